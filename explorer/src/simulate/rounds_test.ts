import assert from "node:assert/strict";
import { test } from "node:test";
import { labelsWithin, namedActors, roundPanels, rounds } from "./rounds.ts";
import { figureWith, foundIn, sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("panels go issue by issue, in each model by model", () => {
  const rows = records(sampleFigure("rounds"));
  assert.deepEqual(roundPanels(rows).map(({ issue, model }) => `${issue} ${model}`), ["pipelines smp", "pipelines bdm_paper", "finance smp", "finance bdm_paper"]);
});

test("of many actors the weightiest are named", () => {
  const row = { issue: "a", model: "smp" as const, turn: 0, position: 1 };
  const many = Array.from({ length: 20 }, (_, index) => ({ ...row, actor: `a${index}`, weight: index }));
  assert.equal(namedActors(many).length, 14);
  assert.ok(!namedActors(many).includes("a0") && namedActors(many).includes("a19"));
  assert.deepEqual(namedActors([...many.slice(0, 2), { ...row, actor: null, weight: null }]), ["a0", "a1"]);
});

test("names that would leave the picture are pushed back", () => {
  const ys = labelsWithin([{ y: 99 }, { y: 100 }, { y: 100 }, { y: 0 }], 10, 0, 100).map((label) => label.y);
  assert.deepEqual(ys, [0, 80, 90, 100]);
});

test("models that move the mean the same way are the finding", () => {
  const mean = (model: "smp" | "bdm_paper", turn: number, position: number, issue = "issue") => ({ issue, model, turn, actor: null, position, weight: null });
  const rows = [mean("smp", 0, 60), mean("smp", 4, 48), mean("bdm_paper", 0, 60), mean("bdm_paper", 3, 52)];
  assert.equal(foundIn(rounds, figureWith("rounds", rows)), "By all 2 models the weighted mean moves the same way: 60 → 48–52");
  assert.equal(foundIn(rounds, figureWith("rounds", [...rows.slice(0, 3), mean("bdm_paper", 3, 61)])), "", "one model up, one down");
  assert.equal(foundIn(rounds, figureWith("rounds", rows.slice(0, 2))), "", "one model alone");
});
