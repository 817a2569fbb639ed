import assert from "node:assert/strict";
import { test } from "node:test";
import { byShare, shareTicks } from "./code_shares.ts";

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
