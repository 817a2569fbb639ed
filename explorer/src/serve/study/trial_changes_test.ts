import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "./trial_changes.ts";

test("verdicts are told apart from numbers, the largest change comes first", () => {
  const changes = changesOf([
    { kind: "input removed", id: "study: study.toml", before: "a", after: null },
    { kind: "value changed", id: "small", before: 100, after: 101 },
    { kind: "value changed", id: "large", before: "0.5", after: "0.1" },
    { kind: "value changed", id: "none", before: null, after: 1 },
    { kind: "verdict changed", id: "P1", before: "silent", after: "supported" },
    { kind: "claim added", id: "new", before: null, after: null },
  ]);
  assert.deepEqual(changes.verdicts, [{ id: "P1", before: "silent", after: "supported" }]);
  assert.deepEqual(changes.numbers.map((one) => one.id), ["large", "small"]);
  assert.deepEqual(changes.come, ["new"]);
});
