import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn, sampleData, sampleFigure } from "../../test/sample_data.ts";
import { Messages } from "../figure/messages.ts";
import { balance } from "./balance_picture.ts";
import { closeness } from "./closeness_panel.ts";
import { closer } from "./closer.ts";
import { spans, told } from "./findings.ts";
import { hedge } from "./hedge.ts";

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

test("closeness names the pole surely nearest in its domain, and nothing where no probability is known", () => {
  const row = (year: number, p_nearest: number | null, flag = "") => ({ state: "KAZ", year, domain: "votes", pole: "RUS", p_nearest, flag: flag as "" });
  const years = [2001, 2002, 2003];
  assert.match(foundIn(closeness, figureWith("closeness", years.map((year) => row(year, 0.9)))), /Russia 2001–2003/);
  assert.equal(foundIn(closeness, figureWith("closeness", years.map((year) => row(year, null)))), "");
  assert.equal(foundIn(closeness, figureWith("closeness", years.map((year) => row(year, year === 2002 ? 0.89 : 0.9)))), "");
  assert.equal(foundIn(closeness, figureWith("closeness", [])), "");
});

test("the hedge tells what years were surely, of which no domain is lacking", () => {
  const row = (year: number, label: string, missing = "") => ({ state: "KAZ", year, label, missing });
  const years = [2001, 2002, 2003];
  assert.match(foundIn(hedge, figureWith("hedge", [...years.map((year) => row(year, "aligned:RUS")), ...[2004, 2005, 2006].map((year) => row(year, "specialised"))])), /: aligned with Russia 2001–2003; [^;]+ 2004–2006$/);
  assert.equal(foundIn(hedge, figureWith("hedge", years.map((year) => row(year, "aligned:RUS", "ties")))), "");
  assert.equal(foundIn(hedge, figureWith("hedge", years.map((year) => row(year, "")))), "");
});
