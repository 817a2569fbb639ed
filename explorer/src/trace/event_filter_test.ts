import assert from "node:assert/strict";
import { test } from "node:test";
import { everything, matches, type FilteredEvent } from "./event_filter.ts";

const event: FilteredEvent = { tags: ["NUC", "RUS"], confidence: "high", conflict: false, searchable: "lisbon protocol signed 1992-05-23" };

test("without a wish every event is shown", () => assert.ok(matches(event, everything)));

test("all chosen tags must be there", () => {
  assert.ok(matches(event, { ...everything, tags: new Set(["NUC", "RUS"]) }));
  assert.ok(!matches(event, { ...everything, tags: new Set(["NUC", "CHN"]) }));
});

test("every word searched for must occur, in any case and order", () => {
  assert.ok(matches(event, { ...everything, text: "  1992 LISBON " }));
  assert.ok(!matches(event, { ...everything, text: "lisbon treaty" }));
});

test("confidence and contradiction", () => {
  assert.ok(!matches(event, { ...everything, confidence: "low" }));
  assert.ok(!matches(event, { ...everything, conflictsOnly: true }));
  assert.ok(matches({ ...event, conflict: true }, { ...everything, conflictsOnly: true, confidence: "high" }));
});
