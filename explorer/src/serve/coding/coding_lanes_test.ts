import assert from "node:assert/strict";
import { test } from "node:test";
import { codingsOfBlocks, drawingOrder, levelsOf, runsOf } from "./coding_lanes.ts";
import type { Coding } from "./coding_types.ts";
import { blocksOf } from "./text_blocks.ts";

const coding = (key: string, start: number, end: number): Coding => ({ key, version: 1, doc: "d", start, end, coder: "A", code: "k", memo: "" });

test("overlapping codings have levels of their own, later ones take levels that are free again", () => {
  const ordered = drawingOrder([coding("c", 8, 9), coding("b", 2, 6), coding("a", 0, 10), coding("d", 6, 8)]);
  assert.deepEqual(ordered.map((one) => one.key), ["a", "b", "d", "c"]);
  assert.deepEqual([...levelsOf(ordered)], [["a", 0], ["b", 1], ["d", 1], ["c", 1]]);
});

test("runs are the text of the block", () => {
  const [block] = blocksOf("0123😀56789");
  const runs = runsOf(block!, drawingOrder([coding("a", 0, 5), coding("b", 3, 9)]));
  assert.deepEqual(runs.map((run) => run.text), ["012", "3😀", "5678", "9"]);
  assert.deepEqual(runs.map((run) => run.levels.map((one) => one?.key ?? null)), [["a"], ["a", "b"], [null, "b"], []]);
});

test("a coding over several blocks is in each", () => {
  const blocks = blocksOf("one\ntwo\nthree\n");
  const of = codingsOfBlocks(blocks, drawingOrder([coding("a", 1, 6), coding("b", 8, 9)]));
  assert.deepEqual(of.map((list) => list.map((one) => one.key)), [["a"], ["a"], ["b"]]);
});
