import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleData, sampleFigure } from "../../test/sample_data.ts";
import { Messages } from "../figure/messages.ts";
import { balance } from "./balance_picture.ts";
import { closer } from "./closer.ts";
import { spans, told } from "./findings.ts";

test("years that follow one another are a run, short runs are not told", () => {
  assert.equal(spans([1994, 1992, 1993, 2001, 2010, 2011, 2012], 3), "1992–1994, 2010–2012");
  assert.equal(spans([], 3), "");
  assert.equal(told(new Map([["B", [2000, 2001, 2002]], ["A", [1990, 1991, 1992]], ["C", [1999]]])), "A 1990–1992; B 2000–2002");
});

test("where nothing is sure no finding is told", () => {
  const data = sampleData();
  const english = new Messages(data, "en");
  const unsure = sampleFigure("closer");
  unsure.rows = unsure.rows.map((row) => row.map((cell, i) => (unsure.columns[i] === "probability" ? 0.5 : cell)));
  assert.equal(closer.finding!(unsure, data, english), "");
  const flat = sampleFigure("balance");
  flat.rows = flat.rows.map((row) => row.map((cell, i) => (flat.columns[i] === "p_nearest" ? 0.4 : cell)));
  assert.equal(balance.finding!(flat, data, english), "");
});

test("the pole surely nearest in three years running is the finding", () => {
  const data = sampleData();
  const figure = sampleFigure("closer");
  const [state, year, first, second, probability] = ["state", "year", "first", "second", "probability"].map((name) => figure.columns.indexOf(name));
  const [one, two] = [data.poles[0]!, data.poles[1]!];
  figure.rows = [2001, 2002, 2003].map((each) => figure.columns.map((_, i) => (i === state ? data.study.focus : i === year ? each : i === first ? one.id : i === second ? two.id : i === probability ? 0.97 : null)));
  const english = new Messages(data, "en");
  assert.match(closer.finding!(figure, data, english), new RegExp(`${english.of(one.name)} rather than ${english.of(two.name)} 2001–2003`));
});
