import assert from "node:assert/strict";
import { test } from "node:test";
import { foundIn, sampleFigure } from "../../test/sample_data.ts";
import { fragility, solutionsThatChange } from "./fragility_strip.ts";

test("only solutions that some cell changes can be chosen, the parsimonious one first", () => {
  const figure = sampleFigure("fragility");
  const row = (changes: string[]): (string | number | string[])[] => ["KAZ", "NORM", 1, "low", ["0"], changes];
  assert.deepEqual(solutionsThatChange({ ...figure, rows: [row(["conservative"]), row(["conservative", "parsimonious"]), row([])] }), ["parsimonious", "conservative"]);
  assert.deepEqual(solutionsThatChange({ ...figure, rows: [row([])] }), []);
});

test("contested codings that decide alone are counted", () => {
  const row = (others: string[], changes: string[]): (string | number | string[])[] => ["KAZ", "NORM", 1, "low", others, changes];
  const figure = (rows: (string | number | string[])[][]) => ({ ...sampleFigure("fragility"), rows });
  assert.equal(foundIn(fragility, figure([row(["0"], ["parsimonious"]), row(["0"], []), row([], [])])), "1 of 2 contested codings alone change the models (parsimonious)");
  assert.equal(foundIn(fragility, figure([row(["0"], [])])), "No contested coding alone changes the models");
  assert.equal(foundIn(fragility, figure([row([], [])])), "", "nothing is contested");
});
