import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { figureWith, foundIn, sampleData, sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";
import { Messages } from "../figure/messages.ts";
import { choicesOf, roundTicks, specification_curve } from "./specification_curve.ts";

const document = parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

test("choices and their alternatives, each once", () => {
  const rows = records(sampleFigure("specification_curve")).filter((row) => row.test === "P2.1");
  assert.deepEqual(choicesOf(rows), [
    { choice: "west", alternatives: ["west=four", "west=seven"] },
    { choice: "coding", alternatives: ["coding=other", "coding=recorded"] },
  ]);
});

test("ticks are round and lie within the range", () => {
  assert.deepEqual(roundTicks(0.03, 0.93), [0.2, 0.4, 0.6, 0.8]);
  assert.deepEqual(roundTicks(-0.1, 0.1), [-0.1, -0.05, 0, 0.05, 0.1]);
  for (const [low, high] of [[1e-7, 3e-7], [-40, 1e6], [0, 1]] as const) {
    const ticks = roundTicks(low, high);
    assert.ok(ticks.length >= 1 && ticks.length <= 7 && ticks[0]! >= low && ticks[ticks.length - 1]! <= high);
  }
});

test("each result has a shape of its own, the study's own value a ring, an unknown value no mark", () => {
  const figure = sampleFigure("specification_curve");
  const data = sampleData();
  const svg = specification_curve.picture({ data, messages: new Messages(data, "en"), document, width: 700 }, figure, "P2.1");
  const titles = [...svg.querySelectorAll("g title")].map((element) => element.textContent);
  assert.equal(titles.length, 3); // of four columns one has no value
  assert.ok(titles.includes("0.31 [0.2; 0.42]: as expected"));
  assert.equal(svg.querySelectorAll("circle[fill='none']").length, 2); // the ring and its legend
});

test("tests with one result in all universes are counted", () => {
  const row = (name: string, result: "passed" | "failed") => ({ test: name, result });
  assert.equal(foundIn(specification_curve, figureWith("specification_curve", [row("P1.1", "passed"), row("P1.1", "passed"), row("P1.2", "passed"), row("P1.2", "failed")])), "The same result in every universe computed: 1 of 2 tests");
  assert.equal(foundIn(specification_curve, figureWith("specification_curve", [])), "");
});
