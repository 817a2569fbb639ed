import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { code_years, moreThanChance } from "./code_years.ts";

test("so many years above a median are more than chance", () => {
  assert.equal(moreThanChance(5, 1), 5); // 1/32
  assert.equal(moreThanChance(4, 1), 5, "1/16: four years cannot do");
  assert.equal(moreThanChance(33, 13), 25);
});

test("codes above the median of the others in more years than chance gives are the finding", () => {
  const row = (state: string, year: number, share: number) => ({ code: "peace", state, year, share });
  const years = [2001, 2002, 2003, 2004, 2005];
  const others = years.flatMap((year) => [row("UZB", year, 0.1), row("BLR", year, 0.2), row("UKR", year, 0.9)]);
  const figure = (shares: number[]) => figureWith("code_years", [...years.map((year, i) => row("KAZ", year, shares[i]!)), ...others]);
  assert.match(foundIn(code_years, figure([0.21, 0.3, 0.3, 0.3, 0.3])), /^Kazakhstan .*: [^;]+ \(5\); in brackets: in how many of 5 years/);
  assert.equal(foundIn(code_years, figure([0.2, 0.3, 0.3, 0.3, 0.3])), "", "four years of five may be chance");
  assert.equal(foundIn(code_years, figureWith("code_years", [row("KAZ", 2002, 0.4)])), "", "nobody to compare with");
});
