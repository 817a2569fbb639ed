import assert from "node:assert/strict";
import { test } from "node:test";
import { yearTicks } from "./year_ticks.ts";

test("every fifth year where there is room, else every tenth", () => {
  assert.deepEqual(yearTicks(1992, 2005, 600), [1995, 2000, 2005]);
  assert.deepEqual(yearTicks(1992, 2025, 300), [2000, 2010, 2020]);
  assert.deepEqual(yearTicks(1992, 2025, 95), [2000, 2020]);
  assert.deepEqual(yearTicks(2014, 2014, 300), []);
});
