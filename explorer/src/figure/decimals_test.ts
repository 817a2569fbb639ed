import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { numberFormat, speakDecimals, withDecimalsOf, withPoints } from "./decimals.ts";

test("Kazakh and Russian have a decimal comma, English a point", () => {
  assert.equal(withDecimalsOf("en", "0.05"), "0.05");
  assert.equal(withDecimalsOf("kk", "2012: 0.661 [−0.5; 12.25]."), "2012: 0,661 [−0,5; 12,25].");
  assert.equal(withDecimalsOf("ru", "1.5e-07, >.999, 0.5."), "1,5e-07, >0,999, 0,5.");
});

test("versions, dates and names with a point stay", () => {
  for (const text of ["tarazy 0.1.0", "02.12.1993", "v2.1", "e.g. this", "P.5"]) assert.equal(withDecimalsOf("ru", text), text);
});

test("numbers come back to their points", () => {
  for (const text of ["0.661", "[−0.126; 1]", "1.5e-07"]) assert.equal(withPoints(withDecimalsOf("kk", text)), text);
});

test("all texts of a picture are spoken", () => {
  const { document } = parseHTML("<html><body><svg><title>0.5</title><g><text>1.5<tspan>2.5</tspan></text></g></svg></body></html>");
  const svg = document.querySelector("svg") as unknown as Element;
  speakDecimals(svg, "ru");
  assert.equal(svg.textContent, "0,51,52,5");
});

test("numbers are written as in the language", () => {
  assert.equal(numberFormat("kk").format(1234.5), "1\u00a0234,5");
  assert.equal(numberFormat("kk", { style: "percent", maximumFractionDigits: 1 }).format(0.055), "5,5%");
  assert.equal(numberFormat("en").format(1234.5), "1,234.5");
});
