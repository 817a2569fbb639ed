import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { sampleData } from "../../test/sample_data.ts";
import { languages } from "./figure_data.ts";
import { formatted } from "./message_format.ts";

const families = readFileSync("dist/message_families.txt", "utf8").split("\n");

/** Names of values, those that are counted, and the cases of a choice. */
function valuesOf(pattern: string, n: number): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [, name, kind] of pattern.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)) values[name!] ??= kind === "plural" || kind === "number" ? n : `<${name}>`;
  for (const [, name] of pattern.matchAll(/\{\s*(\w+)\s*,\s*(?:plural|number)/g)) values[name!] = n;
  for (const [, name, first] of pattern.matchAll(/\{\s*(\w+)\s*,\s*select\s*,\s*(\w+)/g)) values[name!] = n % 2 ? first! : "no case";
  return values;
}

test("every message that a report carries is said as by a whole implementation of ICU messages", () => {
  const { messages } = sampleData();
  let compared = 0;
  for (const language of languages)
    for (const [key, pattern] of Object.entries(messages[language])) {
      if (!families.includes(key.split(".")[0]!) || pattern.includes("number, ::")) continue; // the pictures say none that rounds
      for (const n of [0, 1, 2, 5, 21, 1234.5]) {
        const values = valuesOf(pattern, n);
        assert.equal(formatted(pattern, language, values), String(new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true }).format(values)), `${language} ${key}`);
        compared += 1;
      }
    }
  assert.ok(compared > 2000);
});

test("apostrophes, exact cases and choices inside of cases", () => {
  assert.equal(formatted("it''s '{x}' {n, plural, =0 {none} one {# {g, select, f {she} other {they}}} other {# of {all}}}", "en", { n: 1, g: "f", all: 9 }), "it's {x} 1 she");
  assert.equal(formatted("{n, plural, =0 {none} other {#}}", "ru", { n: 0 }), "none");
});

test("what it does not know is an error, never a wrong text", () => {
  for (const pattern of ["{x, date}", "{x, number, ::.00}", "{x", "x}", "{y}", "{x, select, a {b}}"]) assert.throws(() => formatted(pattern, "en", { x: 1 }), /message/);
});
