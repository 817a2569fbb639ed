import assert from "node:assert/strict";
import { test } from "node:test";
import { svgFile } from "./svg_text.ts";

test("a picture taken away needs no style sheet and no page", () => {
  const file = svgFile('<svg width="10"><title>T</title><desc>D</desc><path stroke="var(--ink, #1d1d1b)" fill="currentColor"/></svg>', 10, 20);
  assert.ok(file.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="10">'));
  assert.ok(file.includes('</desc><rect x="0" y="0" width="10" height="20" fill="#fff"/><path stroke="#1d1d1b" fill="#1d1d1b"/>'));
});

test("the name space is written once", () => {
  assert.equal(svgFile('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 1, 1).match(/xmlns=/g)!.length, 1);
});
