import assert from "node:assert/strict";
import { test } from "node:test";
import { fan, fanPanels, fanRange } from "./fan.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
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

const end = (panel: string, line: string, year: number, q05: number | null, q95: number | null, observed: number | null = null) => ({ panel, line, year, q05, q25: q05, q50: q05, q75: q95, q95, observed });

test("policies whose nine tenths stand apart are the finding, else the range of all", () => {
  const apart = [end("room", "wait", 2030, 0.1, 0.2), end("room", "hedge", 2030, 0.21, 0.3)];
  assert.equal(foundIn(fan, figureWith("fan", apart)), "2030, room: “hedge” ends surely above wait");
  const over = [end("room", "wait", 2030, 0.1, 0.2), end("room", "hedge", 2030, 0.154, 0.3)];
  assert.equal(foundIn(fan, figureWith("fan", over)), "2030, room: nine tenths of the runs end between 0.1 and 0.3, whichever policy");
  assert.match(foundIn(fan, figureWith("fan", [end("room", "wait", 2030, 0.1599, 0.4001), end("room", "hedge", 2030, 0.2, 0.3)])), /between 0.15 and 0.41,/);
  assert.match(foundIn(fan, figureWith("fan", [end("room", "wait", 2030, -127, 340)])), /between -130 and 340$/);
  assert.equal(foundIn(fan, figureWith("fan", over.slice(0, 1))), "2030, room: nine tenths of the runs end between 0.1 and 0.2");
  assert.equal(foundIn(fan, figureWith("fan", [end("room", "wait", 2030, null, null)])), "");
});

test("a forecast says what surely rises or falls, or that nothing does", () => {
  const seen = [end("RUS", "now", 2024, null, null, 0.9), end("RUS", "now", 2025, null, null, 0.5), end("CHN", "now", 2025, null, null, 0.3)];
  const ahead = (rus: [number, number]) => figureWith("fan", [...seen, end("RUS", "now", 2028, ...rus), end("CHN", "now", 2028, 0.1, 0.29)]);
  assert.equal(foundIn(fan, ahead([0.51, 0.6])), "By 2028 surely above the value of 2025: Russia; By 2028 surely below the value of 2025: China");
  assert.match(foundIn(fan, figureWith("fan", [...seen, end("RUS", "now", 2028, 0.5, 0.6)])), /^Neither a rise nor a fall from 2025 to 2028/);
  assert.equal(foundIn(fan, figureWith("fan", [...seen, end("WEST", "now", 2028, 0.5, 0.6)])), "", "nothing was observed of it");
});

test("of a forecast that came due the values within its range are counted", () => {
  assert.equal(foundIn(fan, figureWith("fan", [end("RUS", "last_value", 2020, 0.1, 0.2, 0.2), end("RUS", "last_value", 2021, 0.1, 0.2, 0.3)])), "1 of 2 observed values lay within nine tenths of the draws");
});
