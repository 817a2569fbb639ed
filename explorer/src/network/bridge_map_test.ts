import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { bridge_map } from "./bridge_map.ts";

test("institutions in which poles meet are counted in the last year drawn", () => {
  const row = (year: number, poles: string[], inside: boolean) => ({ year, institution: "OSCE", poles, inside });
  const rows = [row(1992, ["RUS", "WEST"], true), row(2014, ["RUS", "WEST"], true), row(2014, ["RUS", "CHN"], false), row(2014, ["RUS"], true)];
  assert.equal(foundIn(bridge_map, figureWith("bridge_map", rows)), "2014: Kazakhstan is in 1 of 2 institutions in which poles meet");
  assert.equal(foundIn(bridge_map, figureWith("bridge_map", rows.slice(3))), "", "poles meet in none");
  assert.equal(foundIn(bridge_map, figureWith("bridge_map", [])), "");
});
