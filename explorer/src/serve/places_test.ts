import assert from "node:assert/strict";
import { test } from "node:test";
import { linkTo, placeOf } from "./places.ts";

test("an address leads where its link was made for", () => {
  for (const study of [".", "studies/mongolia", "мой проект", "a%b"]) {
    for (const [page, rest] of [["study", ""], ["tables", "data/a b.csv"]] as const)
      assert.deepEqual(placeOf(linkTo(study, page, rest)), { study, page, rest });
  }
});

test("the start page stands at every address without a study", () => {
  for (const hash of ["", "#", "#/", "#/study", "#/study/"]) assert.equal(placeOf(hash).study, null);
  assert.equal(placeOf("#/new").page, "new");
  assert.equal(placeOf("#/study/%E0%A4%A").study, "%E0%A4%A");
});
