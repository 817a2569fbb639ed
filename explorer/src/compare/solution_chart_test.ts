import assert from "node:assert/strict";
import { test } from "node:test";
import { records } from "../figure/figure_data.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
import { literal, marksOf, solution } from "./solution_chart.ts";

test("a literal is a condition at a level", () => {
  assert.deepEqual(literal("A"), { condition: "A", level: "1" });
  assert.deepEqual(literal("~A"), { condition: "A", level: "0" });
  assert.deepEqual(literal("A{2}"), { condition: "A", level: "2" });
});

test("conditions that only the longer term has are peripheral", () => {
  const term = { ...records(sampleFigure("solution"))[0]!, term: "A*~B", core: "A" };
  assert.deepEqual([...marksOf(term)], [["A", { level: "1", peripheral: false }], ["B", { level: "0", peripheral: true }]]);
});

test("nothing is peripheral where no parsimonious solution tells", () => {
  const { core, ...term } = records(sampleFigure("solution"))[0]!;
  assert.ok(core !== undefined, "the sample tells");
  assert.ok([...marksOf(term).values()].every((mark) => !mark.peripheral));
});

test("the fit of the model shown first is the finding", () => {
  assert.equal(foundIn(solution, sampleFigure("solution")), "4 terms, inclusion 0.96, coverage 0.75 (intermediate solution C1P1, model 1)");
  assert.equal(foundIn(solution, figureWith("solution", [{ solution: "parsimonious", model: 1, term: "A" }], { model: undefined })), "");
});
