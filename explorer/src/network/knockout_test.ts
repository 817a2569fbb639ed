import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { heaviestFirst, knockout } from "./knockout.ts";

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

test("what is surely lost is the finding; that nothing is, only where all is known", () => {
  const row = (removed: string[], lost: number | null) => ({ removed, together: removed.length > 1, lost, lost_upper: lost });
  const found = (...rows: ReturnType<typeof row>[]): string => foundIn(knockout, figureWith("knockout", rows));
  assert.equal(found(row(["A"], 1), row(["B"], 3), row(["C"], 0), row(["A", "B"], 5)), "How many functions are surely lost without an institution: B (3), A (1)");
  assert.equal(found(row(["A"], 0), row(["A", "B"], 5)), "No institution alone surely takes a function away");
  assert.equal(found(row(["A"], 0), row(["B"], null)), "");
});
