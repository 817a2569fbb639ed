import assert from "node:assert/strict";
import { test } from "node:test";
import { axisEnd, strongestFirst } from "./sensitivity.ts";
import { sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("the strongest input comes first, one without an index last", () => {
  const rows = records(sampleFigure("sensitivity")).filter((row) => row.outcome === "room");
  assert.deepEqual(strongestFirst(rows).map((row) => row.input), ["influence", "pressure", "hazard", "idle"]);
});

test("the axis ends at a tenth and never beyond one", () => {
  const rows = records(sampleFigure("sensitivity"));
  assert.equal(axisEnd(rows), 0.7);
  assert.equal(axisEnd(rows.map((row) => ({ ...row, upper: 1.2 }))), 1);
  assert.equal(axisEnd([]), 0.1);
});
