import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { function_table, institutionsInOrder } from "./function_table.ts";

test("institutions that stand alone come first, then those that carry most", () => {
  const row = (institution: string, provision: "provider" | "sole" | "possible" | "none"): Parameters<typeof institutionsInOrder>[0][number] => ({ function: "f", institution, provision });
  const rows = [row("B", "provider"), row("A", "provider"), row("C", "provider"), row("C", "provider"), row("D", "sole"), row("E", "possible"), row("", "none")];
  assert.deepEqual(institutionsInOrder(rows), ["D", "C", "A", "B", "E"]);
});

test("functions that rest on one institution are counted unless a membership is not known", () => {
  const row = (name: string, institution: string, provision: "provider" | "sole" | "possible" | "none") => ({ function: name, institution, provision });
  const rows = [row("inspect", "IAEA", "sole"), row("trade", "WTO", "provider"), row("trade", "EAEU", "provider"), row("mediate", "", "none")];
  const functions = ["inspect", "trade", "mediate"];
  assert.equal(foundIn(function_table, figureWith("function_table", rows, { functions })), "Of 3 functions 1 rest on a single institution, 1 on none");
  assert.match(foundIn(function_table, figureWith("function_table", [...rows, row("trade", "CIS", "possible")], { functions })), /^Of 3/);
  assert.equal(foundIn(function_table, figureWith("function_table", [...rows, row("inspect", "CTBTO", "possible")], { functions })), "");
});
