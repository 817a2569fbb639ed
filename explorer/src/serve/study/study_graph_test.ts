import assert from "node:assert/strict";
import { test } from "node:test";
import { edges, related } from "./study_graph.ts";
import type { Overview } from "./study_data.ts";

const text = { en: "", kk: "", ru: "" };
const study: Overview = {
  version: "", problems: [],
  data: [
    { key: "votes", role: "votes", line: 1, files: ["v.csv"], result: "", columns: [], note: text },
    { key: "points", role: "draws", line: 2, files: [], result: "positions", columns: [], note: text },
    { key: "trade", role: "flows", line: 3, files: [], result: "", columns: [], note: text },
  ],
  analyses: [
    { id: "positions", method: "align.ideal_points", title: text, line: 4, data: ["votes"], parameters: [] },
    { id: "balance", method: "align.balance", title: text, line: 5, data: ["points", "trade"], parameters: [] },
  ],
  propositions: [
    {
      id: "P1", text, line: 6, theory: "none", topic: "", would_change: text, expects: {}, expects_seen: false,
      tests: [{ path: "proposition.P1.test.1", part: "test", analysis: "balance", quantity: "q", criterion: "> 0", words: text, weight: 1, line: 7, data_seen: false, opposite_means: text, absolute_because: text }],
    },
  ],
};

test("data lead to analyses, analyses to propositions and to data of others", () => {
  assert.deepEqual(edges(study), [
    ["analysis:positions", "data:points"], ["data:votes", "analysis:positions"], ["data:points", "analysis:balance"],
    ["data:trade", "analysis:balance"], ["analysis:balance", "proposition:P1"],
  ]);
});

test("related is what leads there and what follows, not what merely shares a source", () => {
  assert.deepEqual([...related(edges(study), "data:points")].sort(), ["analysis:balance", "analysis:positions", "data:points", "data:votes", "proposition:P1"]);
  assert.ok(!related(edges(study), "data:votes").has("data:trade"));
});
