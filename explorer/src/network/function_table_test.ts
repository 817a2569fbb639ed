import assert from "node:assert/strict";
import { test } from "node:test";
import { institutionsInOrder } from "./function_table.ts";

test("institutions that stand alone come first, then those that carry most", () => {
  const row = (institution: string, provision: "provider" | "sole" | "possible" | "none"): Parameters<typeof institutionsInOrder>[0][number] => ({ function: "f", institution, provision });
  const rows = [row("B", "provider"), row("A", "provider"), row("C", "provider"), row("C", "provider"), row("D", "sole"), row("E", "possible"), row("", "none")];
  assert.deepEqual(institutionsInOrder(rows), ["D", "C", "A", "B", "E"]);
});
