import assert from "node:assert/strict";
import { test } from "node:test";
import { keyPlaces } from "./key.ts";

test("entries that fit stand in one line, others below", () => {
  const words = ["median of the runs", "middle half", "nine tenths"];
  assert.deepEqual(keyPlaces(words, 900).map(([, line]) => line), [0, 0, 0]);
  assert.deepEqual(keyPlaces(words, 300).map(([, line]) => line), [0, 0, 1]);
  assert.deepEqual(keyPlaces(words, 100), [[0, 0], [0, 1], [0, 2]]);
});

test("a key without entries has no places", () => {
  assert.deepEqual(keyPlaces([], 300), []);
});
