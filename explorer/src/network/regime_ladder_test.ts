import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { regime_ladder } from "./regime_ladder.ts";

test("early and late are counted where every reading agrees", () => {
  const row = (joined: number | null, earliest: number | null, latest: number | null, upper_bound = false) => ({ state: "KAZ", institution: `I${joined}${latest}`, status: "in", joined, earliest, latest, upper_bound, median: 2000 });
  const found = (...rows: ReturnType<typeof row>[]): string => foundIn(regime_ladder, figureWith("regime_ladder", rows));
  assert.equal(found(row(1998, 1998, 1999), row(1999, 1999, 2001), row(2000, 2000, 2000), row(2005, 2003, 2005), row(2005, 2005, 2005, true)), "Kazakhstan: joined 5 institutions, 1 before half of the states, 1 after");
  assert.equal(found(row(1998, 1998, 1998), row(null, null, null)), "");
});
