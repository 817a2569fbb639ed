import assert from "node:assert/strict";
import { test } from "node:test";
import { blockAt, blocksOf, placeInBlock, pointLength, sentenceAround, textBetween, unitsInBlock, withPiece } from "./text_blocks.ts";

const text = "Бірінші абзац.\n\nSecond 😀 paragraph. It goes on; and on.\nThird";

test("blocks are the text, with line ends, in code points", () => {
  const blocks = blocksOf(text);
  assert.equal(blocks.map((block) => block.text).join(""), text);
  assert.deepEqual(blocks.map((block) => block.text), ["Бірінші абзац.\n\n", "Second 😀 paragraph. It goes on; and on.\n", "Third"]);
  assert.equal(blocks.at(-1)!.end, pointLength(text));
  assert.equal(pointLength(text), text.length - 1);
});

test("long paragraphs are cut behind sentences, and nothing is lost", () => {
  const long = "This is a sentence of some length. ".repeat(200);
  const blocks = blocksOf(long);
  assert.ok(blocks.every((block) => block.text.length <= 1500));
  assert.ok(blocks.slice(0, -1).every((block) => block.text.endsWith(". ")));
  assert.equal(blocks.map((block) => block.text).join(""), long);
  const hard = blocksOf("😀".repeat(2000));
  assert.ok(hard.every((block) => pointLength(block.text) === block.end - block.start));
});

test("pieces come together as if the text had come whole", () => {
  const points = Array.from(text);
  for (let cut = 1; cut < points.length; cut += 5) {
    const blocks = withPiece(blocksOf(points.slice(0, cut).join("")), points.slice(cut).join(""));
    assert.equal(blocks.map((block) => block.text).join(""), text);
    assert.equal(blocks.at(-1)!.end, points.length);
    assert.equal(blocks[blockAt(blocks, 20)]!.text.startsWith("Second"), true);
  }
});

test("places go from code points to units and back", () => {
  const block = blocksOf(text)[1]!;
  for (let place = block.start; place <= block.end; place += 1) assert.equal(placeInBlock(block, unitsInBlock(block, place)), place);
  assert.equal(textBetween(blocksOf(text), 23, 24), "😀");
  assert.equal(textBetween(blocksOf(text), 8, 22), "абзац.\n\nSecond");
});

test("a sentence is found around a place", () => {
  const block = blocksOf(text)[1]!;
  const found = sentenceAround(block, block.start + 22)!;
  assert.equal(textBetween(blocksOf(text), found.start, found.end), "It goes on; and on.");
  const first = sentenceAround(block, block.start)!;
  assert.equal(textBetween(blocksOf(text), first.start, first.end), "Second 😀 paragraph.");
});
