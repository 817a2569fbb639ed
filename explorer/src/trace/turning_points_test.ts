import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { linear, nextTimes, roundTicks, turning_points } from "./turning_points.ts";

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

test("the years of the changes that are likely are the finding", () => {
  const change = { series: "RUS", mark: "change", time: 2012, from: 2011, to: 2013, probability: 0.95 } as const;
  const value = { series: "RUS", mark: "value", time: 2000, value: 1 } as const;
  const found = (rows: Parameters<typeof figureWith<"turning_points">>[1]): string => foundIn(turning_points, figureWith("turning_points", rows, { series: ["RUS", "CHN"] }));
  assert.equal(found([value, change, { ...change, time: 2001, from: 2001, to: 2001 }]), "The level changed, with a probability of 0.9 or more, after: Russia (2001, 2011–2013)");
  const many = ["RUS", "CHN", "WEST", "gdp"];
  const each = many.slice(0, 3).map((series) => ({ ...change, series }));
  assert.equal(foundIn(turning_points, figureWith("turning_points", [value, ...each], { series: many })), "In 3 of 4 series the level changed, with a probability of 0.9 or more");
  assert.equal(found([value, { ...change, probability: 0.89 }]), "No change of level has a probability of 0.9");
  assert.equal(found([value, { series: "RUS", mark: "guaranteed", from: 2000, to: 2004 }]), "");
});
