import assert from "node:assert/strict";
import { test } from "node:test";
import { axisEnd, sensitivity, strongestFirst } from "./sensitivity.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
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

test("an outcome hangs surely on one input where its interval lies above all others", () => {
  const row = (outcome: string, input: string, index: number | null, lower: number | null, upper: number | null) => ({ outcome, input, index, lower, upper });
  const sure = [row("room", "inertia", 0.7, 0.6, 0.8), row("room", "trade", 0.3, 0.2, 0.5)];
  assert.equal(foundIn(sensitivity, figureWith("sensitivity", sure)), "What each outcome depends on most, surely: room – inertia");
  assert.equal(foundIn(sensitivity, figureWith("sensitivity", [...sure, row("room", "pressure", 0.5, 0.4, 0.61)])), "");
  assert.equal(foundIn(sensitivity, figureWith("sensitivity", [...sure, row("room", "idle", null, null, null)])), "", "an input without an index may be the strongest");
});
