import assert from "node:assert/strict";
import { test } from "node:test";
import { isSteady, keyness, keynessWindows, wordsOfSide, zTicks } from "./keyness.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("words of the others are turned, their intervals too", () => {
  const rows = records(sampleFigure("keyness")).filter((row) => row.window === "1992-2024");
  const others = wordsOfSide(rows, "reference");
  assert.deepEqual(others.map((row) => row.word), ["island", "climate", "debt"]);
  assert.deepEqual([others[0]!.z, others[0]!.lower, others[0]!.upper], [8.2, 4.4, 12.9]);
  assert.equal(isSteady(others[0]!), true);
  assert.equal(isSteady(others[2]!), false);
  assert.equal(wordsOfSide(rows, "target", 2).length, 2);
});

test("where nothing was drawn no word is called steady", () => {
  assert.equal(isSteady({ lower: null }), false);
});

test("windows come in their order", () => {
  assert.deepEqual(keynessWindows(sampleFigure("keyness")), ["1992-2024", "1992-1995", "2024"]);
});

test("ticks hold zero and stay within the ends", () => {
  for (const [least, most] of [[0, 3], [-0.6, 14], [-7, 41], [0, 1]] as const) {
    const ticks = zTicks(least, most);
    assert.ok(ticks.includes(0) && ticks.length <= 6 && ticks.every((tick) => tick >= least && tick <= most), `${least} ${most}: ${ticks}`);
  }
});

test("steady words of the first window are the finding", () => {
  assert.match(foundIn(keyness, sampleFigure("keyness")), /^Kazakhstan, 1992–2024: surely typical words are steppe, nuclear-weapon-free, dialogue/);
  assert.equal(foundIn(keyness, figureWith("keyness", [{ window: "2024", side: "target", word: "peace", z: 9 }])), "");
});
