import assert from "node:assert/strict";
import { test } from "node:test";
import { depths, foundCodes, keysOfCodes, pressedKey, withBelow } from "./code_keys.ts";
import type { Code } from "./coding_types.ts";

const code = (key: string, name: string, parent = ""): Code => ({ key, version: 1, code: name, parent, color: "", description: "", memo: "", codings: 0 });
const codes = [code("k1", "бейбітшілік"), code("k2", "шарт", "k1"), code("k3", "норма", "k2"), code("k4", "бейтарап")];

test("the first codes have keys", () => {
  assert.equal(keysOfCodes(codes).get("k2"), "2");
  const many = Array.from({ length: 50 }, (_, at) => code(`k${at}`, `${at}`));
  assert.equal(keysOfCodes(many).get("k9"), "A");
  assert.equal(keysOfCodes(many).size, 35);
});

test("a letter is the same key on every keyboard", () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  assert.equal(pressedKey({ ...plain, code: "KeyA" }), "A");
  assert.equal(pressedKey({ ...plain, code: "Digit3" }), "3");
  assert.equal(pressedKey({ ...plain, code: "Numpad3" }), "3");
  assert.equal(pressedKey({ ...plain, code: "KeyZ", ctrlKey: true }), null);
  assert.equal(pressedKey({ ...plain, code: "ArrowUp" }), null);
});

test("the tree", () => {
  assert.deepEqual([...depths(codes).values()], [0, 1, 2, 0]);
  assert.deepEqual([...withBelow(codes, "k1")], ["k1", "k2", "k3"]);
  assert.deepEqual(foundCodes(codes, "БЕЙ").map((one) => one.key), ["k1", "k4"]);
  assert.deepEqual(foundCodes(codes, "рт").map((one) => one.key), ["k2"]);
});
