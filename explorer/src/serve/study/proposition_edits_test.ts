import assert from "node:assert/strict";
import { test } from "node:test";
import { declaredNow, draftOf, editsOfDraft, newTest, noText, tomlText, weightOf } from "./proposition_edits.ts";
import type { Proposition } from "./study_data.ts";

const declared = (number: number): Proposition["tests"][number] => ({
  path: `proposition.P1.test.${number}`, part: "test", analysis: "votes", quantity: "trend.RUS.1991-2024", criterion: "> 0 with probability 0.9",
  words: noText, weight: 1, line: number, data_seen: false, opposite_means: { en: "No.", kk: "", ru: "" }, absolute_because: noText,
});
const proposition: Proposition = { id: "P1", text: { en: "One.", kk: "Бір.", ru: "" }, line: 1, theory: "realism", topic: "", would_change: noText, expects: {}, expects_seen: false, tests: [declared(1), declared(2), declared(3)] };

test("what is not changed is not written", () => {
  assert.deepEqual(editsOfDraft(proposition, draftOf(proposition)), []);
});

test("a new proposition is its lines", () => {
  const draft = { ...draftOf(null), id: "P2", text: { en: "", kk: "Екі.", ru: "" }, expects: { realism: "fails" }, expects_seen: true, tests: [{ ...newTest, analysis: "votes", quantity: "evenness.2024 ", criterion: "> 0.5", weight: "2", data_seen: true }] };
  assert.deepEqual(editsOfDraft(null, draft), [
    {
      kind: "add",
      path: "proposition",
      value: ['[[proposition]]', 'id = "P2"', 'text = { en = "Екі.", kk = "Екі." }', 'theory = "none"', 'expects = { realism = "fails" }', "expects_seen = true", "[[proposition.test]]", 'analysis = "votes"', 'quantity = "evenness.2024"', 'comparison = "> 0.5"', "weight = 2", "data_seen = true"].join("\n"),
    },
  ]);
});

test("tests that go are taken out from the last on, so that the numbers of the others stay true", () => {
  const draft = draftOf(proposition);
  const edits = editsOfDraft(proposition, { ...draft, tests: [{ ...draft.tests[1]!, criterion: "> 1" }, { ...newTest, analysis: "votes", quantity: "x", criterion: "> 0" }] });
  assert.deepEqual(edits.map(({ kind, path }) => `${kind ?? "set"} ${path}`), ["set proposition.P1.test.2.comparison", "remove proposition.P1.test.3", "remove proposition.P1.test.1", "add proposition.P1"]);
});

test("a test that becomes a premise moves", () => {
  const draft = draftOf(proposition);
  const edits = editsOfDraft(proposition, { ...draft, tests: draft.tests.map((one, at) => (at === 0 ? { ...one, part: "if" as const } : one)) });
  assert.deepEqual(edits.map(({ kind, path }) => `${kind ?? "set"} ${path}`), ["remove proposition.P1.test.1", "add proposition.P1"]);
  assert.ok(edits[1]!.value.startsWith("[[proposition.if]]\n"));
});

test("a text that is emptied goes, one that is changed is written whole", () => {
  const draft = draftOf(proposition);
  assert.deepEqual(editsOfDraft(proposition, { ...draft, text: { en: "One.", kk: "", ru: "" }, tests: draft.tests.map((one, at) => (at === 0 ? { ...one, opposite_means: noText } : one)) }), [
    { path: "proposition.P1.text", value: '{ en = "One." }' },
    { kind: "remove", path: "proposition.P1.test.1.opposite_means", value: "" },
  ]);
  assert.equal(tomlText({ en: ' say "no" ', kk: "", ru: "нет" }), '{ en = "say \\"no\\"", ru = "нет" }');
});

test("a test is declared when its number or its comparison is another one", () => {
  const [first] = draftOf(proposition).tests;
  assert.equal(declaredNow(proposition, first!), false);
  assert.equal(declaredNow(proposition, { ...first!, weight: "2" }), false);
  assert.equal(declaredNow(proposition, { ...first!, criterion: "> 0.1 with probability 0.9" }), true);
  assert.equal(declaredNow(null, newTest), true);
  assert.equal(weightOf({ ...newTest, weight: "0,5" }), 0.5);
  assert.equal(weightOf({ ...newTest, weight: "-1" }), null);
});
