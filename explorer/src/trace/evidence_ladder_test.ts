import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { decibelScale, evidence_ladder, shortened, signed } from "./evidence_ladder.ts";

test("a scale of decibels holds zero and all values, with round ticks", () => {
  const scale = decibelScale([3, 17.2], 0, 300);
  assert.equal(scale.ticks[0], 0);
  assert.ok(scale.ticks.at(-1)! >= 17.2);
  assert.equal(scale.at(0), 0);
  const both = decibelScale([-12, 8], 100, 300);
  assert.ok(both.at(-12) >= 100 && both.at(8) <= 300 && both.at(0) > both.at(-12));
  assert.deepEqual(decibelScale([], 0, 200).ticks, [0, 5]);
});

test("weights are written with the sign of print", () => {
  assert.equal(signed(9.777), "+9.8");
  assert.equal(signed(-3.52), "−3.5");
  assert.equal(signed(0.01), "0");
});

test("a long text is cut with a sign", () => {
  assert.deepEqual(shortened(["a", "b"], 2), ["a", "b"]);
  assert.deepEqual(shortened(["a", "b,", "c"], 2), ["a", "b …"]);
});

test("the lead is the finding, with what the ranges allow", () => {
  const found = (cumulative: number | null, cumulative_low: number | null): string =>
    foundIn(evidence_ladder, figureWith("evidence_ladder", [{ clue: "first", cumulative: 3 }, { clue: "last", cumulative, cumulative_low }], { leader_en: "A", second_en: "B" }));
  assert.equal(found(9.6, 2), "A: 9.6 dB ahead of “B”, above 9.5 dB (9 to 1)");
  assert.equal(found(9.5, -1), "A: 9.5 dB ahead of “B”, below 9.5 dB (9 to 1); the ranges allow the opposite");
  assert.equal(found(null, null), "");
  assert.equal(found(0, -1), "");
});
