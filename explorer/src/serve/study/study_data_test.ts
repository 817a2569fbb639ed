import assert from "node:assert/strict";
import { test } from "node:test";
import { shownParameter, tomlOfParameter, tomlValue, type Parameter } from "./study_data.ts";

const parameter = (kind: Parameter["kind"]): Parameter => ({ name: "x", kind, meaning: { en: "", kk: "", ru: "" }, choices: [], standard: null, written: null });

test("values are written as TOML", () => {
  assert.equal(tomlValue(["USA", 'a "b"\n']), '["USA", "a \\"b\\"\\n"]');
  assert.equal(tomlValue({ votes: 1, "x y": 0.5 }), '{ votes = 1, "x y" = 0.5 }');
  assert.equal(tomlValue(true), "true");
});

test("what is typed must be of the parameter's kind", () => {
  assert.equal(tomlOfParameter(parameter("integer"), " 12 "), "12");
  assert.equal(tomlOfParameter(parameter("integer"), "1.5"), null);
  assert.equal(tomlOfParameter(parameter("real"), ".8"), "0.8");
  assert.equal(tomlOfParameter(parameter("real"), "eight"), null);
  assert.equal(tomlOfParameter(parameter("spans"), "1991-2000, 2001-2010"), '["1991-2000", "2001-2010"]');
  assert.equal(tomlOfParameter(parameter("numbers"), "votes = 1, trade = .5"), "{ votes = 1, trade = 0.5 }");
  assert.equal(tomlOfParameter(parameter("numbers"), "votes"), null);
  assert.equal(tomlOfParameter(parameter("text"), 'say "no"'), '"say \\"no\\""');
});

test("a value that is shown and typed again is the same", () => {
  const numbers = parameter("numbers");
  assert.equal(tomlOfParameter(numbers, shownParameter({ votes: 1, trade: 0.5 })), "{ votes = 1, trade = 0.5 }");
  assert.equal(shownParameter(null), "");
});
