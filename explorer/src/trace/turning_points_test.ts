import assert from "node:assert/strict";
import { test } from "node:test";
import { linear, nextTimes, roundTicks } from "./turning_points.ts";

test("a change after a time may come until the next one", () => {
  const next = nextTimes([1993, 1991, 1992, 1996]);
  assert.equal(next.get(1991), 1992);
  assert.equal(next.get(1993), 1996);
  assert.equal(next.get(1996), 1997); // as wide as the narrowest step
  assert.equal(nextTimes([5]).get(5), 6);
});

test("ticks are round and within the range", () => {
  assert.deepEqual(roundTicks(0.55, 0.95).map((tick) => Number(tick.toFixed(6))), [0.6, 0.7, 0.8, 0.9]);
  assert.deepEqual(roundTicks(-3, 12), [0, 5, 10]);
  assert.deepEqual(roundTicks(4, 4), [4]);
});

test("a range of no width is no division by nothing", () => {
  assert.equal(linear([2, 2], [0, 10])(2), 0);
  assert.equal(linear([0, 4], [10, 0])(1), 7.5);
});
