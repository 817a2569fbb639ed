import assert from "node:assert/strict";
import { test } from "node:test";
import { percent, probability } from "./scoreboard.ts";

test("what is not quite certain is never shown as certain", () => {
  assert.deepEqual([0, 0.001, 0.5, 0.999, 1].map(percent), ["0", "<1", "50", ">99", "100"]);
  assert.deepEqual([0, 0.0004, 0.003, 0.5, 0.9965, 0.99999, 1].map(probability), ["0.00", "<.001", "0.003", "0.50", "0.997", ">.999", "1.00"]);
});
