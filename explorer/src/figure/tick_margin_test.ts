import assert from "node:assert/strict";
import { test } from "node:test";
import { tickMargin } from "./tick_margin.ts";

const format = new Intl.NumberFormat("en", { maximumFractionDigits: 3 }).format;

test("long numbers have room, short ones the usual", () => {
  assert.equal(tickMargin([0, 0.123456], format), 48);
  assert.equal(tickMargin([0, 12713.4], format), 54);
  assert.equal(tickMargin([-1234567, 5], format), 82);
});
