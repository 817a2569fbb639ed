import assert from "node:assert/strict";
import { test } from "node:test";
import { fanPanels, fanRange } from "./fan.ts";
import { sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("a panel has one range for all its lines", () => {
  const rows = records(sampleFigure("fan")).filter((row) => row.panel === "room");
  const [least, most] = fanRange(rows);
  for (const row of rows) for (const value of [row.q05, row.q95, row.observed]) assert.ok(value === null || (value > least && value < most));
});

test("where nothing is known, or all is the same, there still is a range", () => {
  const row = { panel: "a", line: "none", year: 2025, q05: null, q25: null, q50: null, q75: null, q95: null, observed: null };
  assert.deepEqual(fanRange([row]), [0, 1]);
  const [least, most] = fanRange([{ ...row, q05: 0, q50: 0, q95: 0 }]);
  assert.ok(least < 0 && most > 0);
});

test("panels come in their order, with their lines", () => {
  assert.deepEqual(fanPanels(records(sampleFigure("fan"))), [{ panel: "room", lines: ["wait", "hedge"] }, { panel: "share_CHN", lines: ["wait", "hedge"] }]);
});
