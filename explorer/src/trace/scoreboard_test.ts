import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { percent, probability, scoreboard } from "./scoreboard.ts";

test("what is not quite certain is never shown as certain", () => {
  assert.deepEqual([0, 0.001, 0.5, 0.999, 1].map(percent), ["0", "<1", "50", ">99", "100"]);
  assert.deepEqual([0, 0.0004, 0.003, 0.5, 0.9965, 0.99999, 1].map(probability), ["0.00", "<.001", "0.003", "0.50", "0.997", ">.999", "1.00"]);
});

test("the leader of nine draws in ten is the finding, never with more than is known", () => {
  const found = (leads: number, posterior: number): string => foundIn(scoreboard, figureWith("scoreboard", [{ rank: 1, name_en: "A", leads, posterior }]));
  assert.equal(found(0.9999, 0.9996), "A: leads in 99 % of draws, probability 0.99");
  assert.equal(found(0.9, 0.6), "A: leads in 90 % of draws, probability 0.6");
  assert.equal(found(0.89, 0.9), "");
});
