import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { code_trends, middleOf, shareRange } from "./code_trends.ts";

const row = (machine: number, corrected: number | null, upper: number | null) => ({ code: "peace", period: "1995-1999", first: 1995, last: 1999, coded: 20, machine, corrected, lower: null, upper });

test("the axis holds every point, and wide intervals do not flatten them", () => {
  assert.deepEqual(shareRange([row(0.1, 0.2, 0.3)]), [0, 0.3]);
  assert.deepEqual(shareRange([row(0.1, 0.2, 0.9)]), [0, 0.4]);
  assert.equal(shareRange([row(0.1, -0.05, 0.05)])[0], -0.05);
  assert.ok(shareRange([row(0.9, null, null)])[1] <= 1);
});

test("a period stands in its middle", () => {
  assert.equal(middleOf(row(0, 0, 0)), 1997);
});

test("shares whose intervals of the first and the last period have nothing in common are the finding", () => {
  const share = (code: string, first: number, lower: number | null, upper: number | null) => ({ code, period: `${first}-${first + 4}`, first, last: first + 4, lower, upper });
  const [before, between] = [share("peace", 1995, 0.1, 0.2), share("peace", 2000, 0.5, 0.6)];
  assert.equal(foundIn(code_trends, figureWith("code_trends", [before, between, share("peace", 2005, 0.21, 0.4)])), "2005–2009 beside 1995–1999: surely more often peace");
  assert.equal(foundIn(code_trends, figureWith("code_trends", [before, between, share("peace", 2005, 0.2, 0.4)])), "No share is surely another in 2005–2009 than in 1995–1999");
  const both = [before, share("peace", 2005, 0.3, 0.4), share("law", 1995, 0.3, 0.4), share("law", 2005, 0.1, 0.2)];
  assert.equal(foundIn(code_trends, figureWith("code_trends", both)), "2005–2009 beside 1995–1999: surely more often peace; surely less often law");
  assert.equal(foundIn(code_trends, figureWith("code_trends", [before, share("peace", 2005, null, null)])), "", "one period is known");
});
