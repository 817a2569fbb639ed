import assert from "node:assert/strict";
import { test } from "node:test";
import { flaggedSteps, runs } from "./runs.ts";

const years = (...list: number[]): { year: number; flag: string }[] => list.map((year) => ({ year, flag: year >= 2024 ? "agenda" : "" }));
const named = (found: { year: number }[][]): number[][] => found.map((run) => run.map((row) => row.year));

test("a missing year ends a run: it is a gap, never bridged", () => {
  assert.deepEqual(named(runs(years(1992, 1993, 1995, 1996))), [[1992, 1993], [1995, 1996]]);
  assert.deepEqual(runs([]), []);
});

test("a row that is not kept ends a run, too", () => {
  assert.deepEqual(named(runs(years(2022, 2023, 2024, 2025), (row) => row.flag === "")), [[2022, 2023]]);
  assert.deepEqual(named(runs(years(1992, 1993, 1994), (row) => row.year !== 1993)), [[1992], [1994]]);
});

test("steps to and between flagged years are drawn apart, but not over a gap", () => {
  assert.deepEqual(named(flaggedSteps(years(2022, 2023, 2024, 2025, 2027))), [[2023, 2024], [2024, 2025]]);
});
