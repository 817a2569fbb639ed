import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleFigure } from "../../test/sample_data.ts";
import { solutionsThatChange } from "./fragility_strip.ts";

test("only solutions that some cell changes can be chosen, the parsimonious one first", () => {
  const figure = sampleFigure("fragility");
  const row = (changes: string[]): (string | number | string[])[] => ["KAZ", "NORM", 1, "low", ["0"], changes];
  assert.deepEqual(solutionsThatChange({ ...figure, rows: [row(["conservative"]), row(["conservative", "parsimonious"]), row([])] }), ["parsimonious", "conservative"]);
  assert.deepEqual(solutionsThatChange({ ...figure, rows: [row([])] }), []);
});
