import assert from "node:assert/strict";
import { test } from "node:test";
import { fitting, lines, panelTitle, wrapped } from "./text_fitting.ts";

test("a text that is too long is cut, and says so", () => {
  assert.equal(fitting("NORM", 4), "NORM");
  assert.equal(fitting("ALLY*PRESS", 6), "ALLY*…");
  assert.equal(fitting("ALLY", 0.5), "A…", "something is left of it");
});

test("words of a list share lines as far as they fit", () => {
  assert.deepEqual(lines(["KAZ", "UZB", "BLR"], 8), ["KAZ, UZB", "BLR"]);
  assert.deepEqual(lines(["Korea, Rep."], 3), ["Korea, Rep."], "a name is never broken");
  assert.deepEqual(lines([], 10), []);
});

test("a sentence is broken between words", () => {
  assert.deepEqual(wrapped("one two three", 7), ["one two", "three"]);
});

test("a title too long for its panel takes a second line", () => {
  assert.deepEqual(panelTitle("votes in the General Assembly (ideal points)", 358), { text: "votes in the General Assembly (ideal points)".replace(" points)", "\npoints)"), added: 16 });
  assert.deepEqual(panelTitle("imports", 358), { text: "imports", added: 0 });
});
