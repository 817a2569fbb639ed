import assert from "node:assert/strict";
import { test } from "node:test";
import { heaviestFirst } from "./knockout.ts";

test("the named set stands above, then the heaviest loss, then the highest value", () => {
  const row = (name: string, lost: number, value: number, together = false): Parameters<typeof heaviestFirst>[0][number] => ({
    removed: [name],
    together,
    lost,
    lost_upper: lost,
    lost_functions: [],
    shapley_lower: together ? null : value,
    shapley_upper: together ? null : value,
  });
  const order = heaviestFirst([row("a", 0, 0.5), row("b", 1, 1), row("c", 0, 0.7), row("d", 1, 1), row("set", 0, 0, true)]);
  assert.deepEqual(order.map((each) => each.removed[0]), ["set", "b", "d", "c", "a"]);
});
