import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleData } from "../../test/sample_data.ts";
import { Messages } from "../figure/messages.ts";
import { setName, setsOf, stack } from "./xy_plot.ts";

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
