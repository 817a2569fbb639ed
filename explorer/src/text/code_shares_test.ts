import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { byShare, code_shares, shareTicks } from "./code_shares.ts";

test("codes come by the share of the state in focus, unknown ones last", () => {
  const row = (code: string, state: string, share: number | null) => ({ part: "", code, state, share, lower: null, upper: null });
  const rows = [row("law", "KAZ", 0.1), row("memory", "KAZ", null), row("peace", "KAZ", 0.3), row("law", "UZB", 0.9)];
  assert.deepEqual(byShare(rows, "KAZ").map((each) => each.code), ["peace", "law", "memory"]);
});

test("an axis of shares ends beyond the largest, with few ticks", () => {
  for (const most of [0.004, 0.01, 0.034, 0.11, 0.37, 0.81, 1]) {
    const ticks = shareTicks(most);
    assert.ok(ticks.at(-1)! >= most - 1e-9 && ticks.length <= 6 && ticks.length >= 2, String(most));
  }
});

test("codes of which the state speaks surely more than most are the finding", () => {
  const row = (state: string, lower: number | null, upper: number | null, part = "") => ({ part, code: "peace", state, share: 0.2, lower, upper });
  const others = [row("UZB", 0.05, 0.1), row("BLR", 0.05, 0.19), row("UKR", 0.05, 0.3)];
  assert.match(foundIn(code_shares, figureWith("code_shares", [row("KAZ", 0.2, 0.3), ...others])), /^Kazakhstan speaks surely more than most .* \(2\); .* of 3$/);
  assert.equal(foundIn(code_shares, figureWith("code_shares", [row("KAZ", 0.15, 0.3), ...others])), "", "than one of three");
  assert.equal(foundIn(code_shares, figureWith("code_shares", [row("KAZ", null, null), ...others])), "");
  assert.equal(foundIn(code_shares, figureWith("code_shares", [row("KAZ", 0.2, 0.3, "law"), ...others])), "", "of sentences about something else");
});
