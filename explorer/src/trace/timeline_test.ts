import assert from "node:assert/strict";
import { test } from "node:test";
import { concerns } from "./timeline.ts";

const english = { en: "", kk: "", ru: "" };

test("an event concerns a pole by its id or by a member", () => {
  const west = { id: "WEST", name: english, members: ["USA", "FRA"] };
  assert.ok(concerns(["NUC", "WEST"], west));
  assert.ok(concerns(["USA"], west));
  assert.ok(!concerns(["RUS"], west));
});

test("the European Union counts to the pole that holds one of its states", () => {
  assert.ok(concerns(["EU"], { id: "WEST", name: english, members: ["FRA"] }));
  assert.ok(!concerns(["EU"], { id: "EAST", name: english, members: ["RUS"] }));
});
