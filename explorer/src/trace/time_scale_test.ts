import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber, TimeScale, yearOf } from "./time_scale.ts";

test("days count from 1970, bounds that are no day have no place", () => {
  assert.equal(dayNumber("1970-01-01"), 0);
  assert.equal(dayNumber("1991-12-16"), 8019);
  assert.equal(dayNumber("1969-12-31"), -1);
  for (const bound of ["open", "unknown", "", "1991-12", "12345-01-01", "-0500-01-01"]) assert.equal(dayNumber(bound), null, bound);
  assert.ok(Math.abs(yearOf(dayNumber("2000-07-01")!) - 2000.5) < 0.01);
});

test("sparse early decades are pressed together, the order of time is kept", () => {
  const scale = new TimeScale([1949, 1955, ...Array.from({ length: 60 }, (_, i) => 1990 + i / 2)], 900);
  assert.ok(scale.knee > scale.first + 15);
  assert.ok(scale.at(scale.knee) < 900 / 5);
  assert.ok(scale.at(1955) > scale.at(1949) && scale.at(1990) < scale.at(2000));
  assert.ok(scale.at(scale.last) <= 900 + 1e-9);
  assert.ok(scale.ticks().every((year) => scale.at(year) >= 0 && scale.at(year) <= 900));
});

test("without early decades time is even", () => {
  const scale = new TimeScale([2000, 2001, 2002, 2010], 100);
  assert.equal(scale.early, 0);
  assert.ok(Math.abs(scale.at((scale.first + scale.last) / 2) - 50) < 1e-9);
});
