import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn, sampleData } from "../../test/sample_data.ts";
import { Messages } from "../figure/messages.ts";
import { setName, setsOf, stack, xy } from "./xy_plot.ts";

test("the whole model and each of its terms can be chosen", () => {
  const figure = { columns: ["solution", "model", "term", "case"], rows: [["parsimonious", 1, "", "KAZ"], ["parsimonious", 1, "", "UZB"], ["parsimonious", 1, "A*~B", "KAZ"]] };
  assert.deepEqual(setsOf(figure), ["parsimonious 1", "parsimonious 1|A*~B"]);
});

test("an expression of the user's own is called by itself", () => {
  const english = new Messages(sampleData(), "en");
  assert.equal(setName(english, "expression 1|A + B"), "A + B");
  assert.equal(setName(english, "parsimonious 1|A*~B"), "parsimonious solution, model 1: A*~B");
});

test("names stand in lines, and those without room are counted", () => {
  assert.equal(stack(["KAZ", "UKR", "BLR"], 2, 8), "KAZ, UKR,\nBLR");
  assert.equal(stack(["KAZ", "UKR", "BLR", "ZAF", "BRA"], 2, 2), "KAZ, UKR,\nBLR +2");
  assert.equal(stack(["KAZ"], 1, 1), "KAZ");
});

test("cases in the set and in the outcome are counted, for a need the other way", () => {
  const row = (x: number, y: number) => ({ solution: "parsimonious", model: 1, term: "", case: `${x}${y}`, x, y });
  const rows = [row(0.7, 1), row(0.9, 0.2), row(0.2, 0.8), row(0.3, 0.9), row(1, 1), row(0.5, 1)];
  assert.equal(foundIn(xy, figureWith("xy", rows)), "The outcome goes with 2 of 3 cases in the set (parsimonious solution, model 1)");
  assert.match(foundIn(xy, figureWith("xy", rows, { necessity: true })), /^The set holds 2 of 5 cases with the outcome/);
  assert.equal(foundIn(xy, figureWith("xy", [row(0.2, 0.8)])), "");
});
