import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { interrupted } from "./interrupted.ts";

test("a change greater than that of nine others is the finding", () => {
  const series = (state: string, change: number) => [1, 2, 3, 4, 5, 6].map((i) => ({ state, year: 2000 + i, value: 1, fitted: i < 4 ? 1 : 1 + change }));
  const others = (count: number) => Array.from({ length: count }, (_, i) => series(`S${i}`, -1.5)).flat();
  const found = (rows: Parameters<typeof figureWith<"interrupted">>[1]): string => foundIn(interrupted, figureWith("interrupted", rows, { at: 2004 }));
  assert.equal(found([...series("KAZ", -2), ...others(9)]), "Kazakhstan: the mean falls from 2004 on; in none of 9 other states does it change as much");
  assert.match(found([...series("KAZ", 2), ...others(9)]), /the mean rises/);
  assert.equal(found([...series("KAZ", 1.5), ...others(9)]), "");
  assert.equal(found([...series("KAZ", 2), ...others(8)]), "");
  assert.equal(found([...series("KAZ", 2), ...others(9)].map((row) => ({ ...row, continued: 1 }))), "");
});
