import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { code_years } from "./code_years.ts";

test("years above the median of the others are the finding", () => {
  const row = (state: string, year: number, share: number, lower = share) => ({ code: "peace", state, year, share, lower });
  const others = [2001, 2002].flatMap((year) => [row("UZB", year, 0.1), row("BLR", year, 0.2), row("UKR", year, 0.9)]);
  assert.match(foundIn(code_years, figureWith("code_years", [row("KAZ", 2001, 0.4, 0.21), row("KAZ", 2002, 0.4, 0.2), ...others])), /^Kazakhstan, in how many of 2 years .*: [^;]+ \(1\)$/);
  assert.equal(foundIn(code_years, figureWith("code_years", [row("KAZ", 2002, 0.4, 0.2), ...others])), "");
  assert.equal(foundIn(code_years, figureWith("code_years", [row("KAZ", 2002, 0.4, 0.2)])), "");
});
