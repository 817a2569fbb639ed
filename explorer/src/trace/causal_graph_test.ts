import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import { causal_graph, laneOf } from "./causal_graph.ts";
import { onTheWay } from "./causal_graph_page.ts";
import type { FigureData, Rows } from "../figure/figure_data.ts";

test("an event of one pole lies in its lane, of several behind all, of none last", () => {
  const name = { en: "", kk: "", ru: "" };
  const data = { poles: [{ id: "RUS", name, members: [] }, { id: "CHN", name, members: [] }] } as unknown as FigureData;
  assert.equal(laneOf({ tags: ["NUC", "CHN"] }, { data }), 1);
  assert.equal(laneOf({ tags: ["RUS", "CHN"] }, { data }), 2);
  assert.equal(laneOf({ tags: ["NUC"] }, { data }), 3);
});

test("on the way of an event is what leads to it and what it leads to", () => {
  const rows = [{ id: "a", causes: [] }, { id: "b", causes: ["a"] }, { id: "c", causes: ["a"] }, { id: "d", causes: ["b", "c", "outside"] }];
  assert.deepEqual([...onTheWay(rows, "b")].sort(), ["a", "b", "d"]);
  assert.deepEqual([...onTheWay(rows, "a")].sort(), ["a", "b", "c", "d"]);
});

test("links of the shortest ways that a source states are counted", () => {
  type Links = Pick<Rows["causal_graph"], "bases" | "shortest">;
  const links = (bases: Links["bases"], shortest: Links["shortest"]): Links => ({ bases, shortest });
  const rows = [links([], []), links(["literature", "proposed"], ["yes", "yes"]), links(["literature"], ["no"])];
  assert.equal(foundIn(causal_graph, figureWith("causal_graph", rows)), "A source states 1 of 2 links on the shortest ways; the compiler proposes the others");
  assert.equal(foundIn(causal_graph, figureWith("causal_graph", rows.slice(0, 1))), "");
});
