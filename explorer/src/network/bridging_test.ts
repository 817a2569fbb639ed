import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { bridging } from "./bridging.ts";

test("the years in which nearly all draws say more are the finding", () => {
  const row = (year: number, exceeds_lower: number | null) => ({ state: "KAZ", year, exceeds_lower });
  assert.equal(foundIn(bridging, figureWith("bridging", [row(2001, 0.6), row(2002, 0.5), row(2003, null), { ...row(2001, 0.9), state: "UZB" }])), "Kazakhstan: surely more of a bridge than its equals in 1 of 2 years");
  assert.equal(foundIn(bridging, figureWith("bridging", [row(2001, null)])), "");
});
