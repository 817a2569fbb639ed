import assert from "node:assert/strict";
import { test } from "node:test";
import { meant, nameOf, type State } from "./states.ts";

const list: State[] = [
  { code: "KAZ", en: "Kazakhstan", kk: "Қазақстан", ru: "Казахстан", others: [] },
  { code: "GBR", en: "United Kingdom", kk: "Біріккен Корольдік", ru: "Великобритания", others: ["Great Britain", "UK"] },
  { code: "CIV", en: "Côte d'Ivoire", kk: "Кот-д'Ивуар", ru: "Кот-д'Ивуар", others: ["Ivory Coast"] },
  { code: "NER", en: "Niger", kk: "Нигер", ru: "Нигер", others: [] },
  { code: "NGA", en: "Nigeria", kk: "Нигерия", ru: "Нигерия", others: [] },
];

const codes = (typed: string): string[] => meant(list, typed).map((state) => state.code);

test("a state is found in three languages, by code and by other names", () => {
  assert.deepEqual(codes("қазақ"), ["KAZ"]);
  assert.deepEqual(codes("Казах"), ["KAZ"]);
  assert.deepEqual(codes("kaz"), ["KAZ"]);
  assert.deepEqual(codes("cote"), ["CIV"]);
  assert.deepEqual(codes("uk"), ["GBR"]);
  assert.deepEqual(codes("kingdom"), ["GBR"]);
});

test("the whole name comes before one that only begins so", () => {
  assert.deepEqual(codes("niger"), ["NER", "NGA"]);
  assert.deepEqual(codes(""), []);
  assert.deepEqual(codes("atlantis"), []);
});

test("a state is called by its name in the language, or by its code", () => {
  assert.equal(nameOf(list, "KAZ", "kk"), "Қазақстан");
  assert.equal(nameOf(list, "XXX", "kk"), "XXX");
});
