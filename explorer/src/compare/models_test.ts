import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleData } from "../../test/sample_data.ts";
import { Messages } from "../figure/messages.ts";
import { firstModel, modelName, modelsOf, type ModelFigure } from "./models.ts";

const figure = (models: [string, number][], model?: string): ModelFigure => ({ columns: ["model", "solution"], rows: models.map(([solution, number]) => [number, solution]), ...(model === undefined ? {} : { model }) });

test("models are listed once, in the order of the rows", () => {
  assert.deepEqual(modelsOf(figure([["conservative", 1], ["parsimonious", 1], ["parsimonious", 1], ["parsimonious", 2]])), ["conservative 1", "parsimonious 1", "parsimonious 2"]);
});

test("first is the model that the study names, else an intermediate one, else what there is", () => {
  const all: [string, number][] = [["conservative", 1], ["parsimonious", 1], ["intermediate C1P1", 1], ["intermediate C1P1", 2]];
  assert.equal(firstModel(figure(all)), "intermediate C1P1 1");
  assert.equal(firstModel(figure(all, "parsimonious 1|A*~B")), "parsimonious 1|A*~B");
  assert.equal(firstModel(figure(all, "intermediate C9P9 1")), "intermediate C1P1 1", "a model that is not there");
  assert.equal(firstModel(figure(all.slice(0, 2))), "parsimonious 1");
  assert.equal(firstModel(figure([["expression", 1]])), "expression 1");
  assert.equal(firstModel(figure([])), "");
});

test("a model is named in words", () => {
  const english = new Messages(sampleData(), "en");
  assert.equal(modelName(english, "intermediate C1P1 2"), "intermediate solution C1P1, model 2");
  assert.equal(modelName(english, "parsimonious 1"), "parsimonious solution, model 1");
});
