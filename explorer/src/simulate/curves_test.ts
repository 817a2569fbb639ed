import assert from "node:assert/strict";
import { test } from "node:test";
import { curveLines, curvePanels, curves, surelyFrom } from "./curves.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("panels and lines come in their order", () => {
  const rows = records(sampleFigure("curves"));
  assert.deepEqual(curvePanels(rows), ["forgo", "press"]);
  assert.deepEqual(curveLines(rows), ["assure", "silent"]);
});

test("the belief from which on the state surely forgoes is the finding", () => {
  const row = (given: "assure" | "silent", x: number, q05: number | null) => ({ quantity: "forgo" as const, given, x, q05, q50: 0.9, q95: 1 });
  const assured = [row("assure", 0.2, 0.6), row("assure", 0.4, 0.5), row("assure", 0.6, 0.51), row("assure", 0.8, 0.7)];
  const silent = [row("silent", 0.6, 0.1), row("silent", 0.8, 0.3)];
  assert.equal(surelyFrom(assured, "forgo", "assure"), 0.6, "what comes before a doubt does not count");
  assert.equal(foundIn(curves, figureWith("curves", [...assured, ...silent])), "Belief from which on the state surely forgoes more often than not: 0.6 after an assurance, none after silence");
  assert.equal(foundIn(curves, figureWith("curves", silent)), "");
  assert.equal(surelyFrom([row("assure", 1, null)], "forgo", "assure"), undefined);
});
