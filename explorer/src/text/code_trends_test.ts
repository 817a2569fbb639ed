import assert from "node:assert/strict";
import { test } from "node:test";
import { middleOf, shareRange } from "./code_trends.ts";

const row = (machine: number, corrected: number | null, upper: number | null) => ({ code: "peace", period: "1995-1999", first: 1995, last: 1999, coded: 20, machine, corrected, lower: null, upper });

test("the axis holds every point, and wide intervals do not flatten them", () => {
  assert.deepEqual(shareRange([row(0.1, 0.2, 0.3)]), [0, 0.3]);
  assert.deepEqual(shareRange([row(0.1, 0.2, 0.9)]), [0, 0.4]);
  assert.equal(shareRange([row(0.1, -0.05, 0.05)])[0], -0.05);
  assert.ok(shareRange([row(0.9, null, null)])[1] <= 1);
});

test("a period stands in its middle", () => {
  assert.equal(middleOf(row(0, 0, 0)), 1997);
});
