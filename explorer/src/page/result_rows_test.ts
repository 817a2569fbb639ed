import assert from "node:assert/strict";
import { test } from "node:test";
import { originOfRow, rowsBehind } from "./result_rows.ts";

test("each row shown has its row in the file", () => {
  const said = "votes.csv 2-4, 20";
  assert.deepEqual(rowsBehind(said), [{ file: "votes.csv", rows: ["2", "3", "4", "20"] }]);
  assert.equal(originOfRow(said, 0), "results/votes.csv 2");
  assert.equal(originOfRow(said, 3), "results/votes.csv 20");
  assert.equal(originOfRow(said, 4), "");
});

test("a row shown may come from several files and rows, or from none of a file", () => {
  const said = "votes.csv 7, 2; votes.summary.csv 2-3, 9 | –";
  assert.equal(originOfRow(said, 0), "results/votes.csv 7; results/votes.summary.csv 2-3, 9");
  assert.equal(originOfRow(said, 1), "results/votes.csv 2");
});
