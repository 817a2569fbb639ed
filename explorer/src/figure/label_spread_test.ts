import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "./label_spread.ts";

test("labels that would cover one another move apart and keep their order", () => {
  const spreaded = spread([{ y: 1, name: "b" }, { y: 0.99, name: "a" }, { y: 5, name: "c" }], 0.5);
  assert.deepEqual(spreaded.map((label) => label.name), ["a", "b", "c"]);
  assert.ok(spreaded[1]!.y - spreaded[0]!.y > 0.5 - 1e-6);
  assert.equal(spreaded[2]!.y, 5);
});

test("the labels handed in stay as they are", () => {
  const labels = [{ y: 1 }, { y: 1 }];
  spread(labels, 1);
  assert.deepEqual(labels, [{ y: 1 }, { y: 1 }]);
});
