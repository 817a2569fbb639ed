import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { figureFaults, readSchemas } from "../figure_schemas.mjs";
import { sampleData } from "../test/sample_data.ts";
import { languages } from "./figure/figure_data.ts";
import { kindOf, picture } from "./figure/figure_kind.ts";
import { Messages } from "./figure/messages.ts";
import * as kinds from "./kinds.ts";

const data = sampleData();
const schemas = readSchemas("figures");
const document = parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

test("every kind has a schema, a picture and a sample", () => {
  const named = [...schemas.keys()].sort();
  assert.deepEqual(Object.keys(kinds).sort(), named);
  assert.deepEqual(data.figures.map((figure) => figure.kind).sort(), named);
});

test("a figure that is not as its schema says is told", () => {
  const [closer] = data.figures.filter((figure) => figure.kind === "closer");
  const wrong = { ...closer!, outcome: "Y", title: { en: "a", kk: "", ru: "b" }, columns: ["state", "year", "first", "second", "p"], rows: [["KAZ", 1992.5, null, "CHN", 1], ["KAZ"]] };
  assert.deepEqual(figureFaults(wrong, schemas), [
    "no title in kk", "unknown field outcome", "no column probability", "unknown column p",
    "row 0, year: 1992.5, which is no integer", "row 0, first: null", "row 1 has 1 cells for 5 columns",
  ]);
  assert.deepEqual(figureFaults({ ...closer!, kind: "pie" }, schemas), ["there is no kind 'pie'"]);
});

for (const figure of data.figures) {
  test(`${figure.kind}: the sample is as its schema says`, () => assert.deepEqual(figureFaults(figure, schemas), []));

  test(`${figure.kind}: is drawn in three languages, wide and narrow`, () => {
    for (const language of languages) {
      for (const width of [980, 330]) {
        const messages = new Messages(data, language);
        const svg = picture(kinds, { data, messages, document, width }, figure);
        assert.ok(svg.querySelector("title")!.textContent!.startsWith(figure.title[language]));
        assert.ok(svg.querySelector("desc"));
        assert.ok(Number(svg.getAttribute("width")) <= Math.max(width, 330) && Number(svg.getAttribute("height")) > 0);
        assert.doesNotMatch(svg.outerHTML, /NaN|undefined|Infinity|\bnull\b/);
      }
    }
  });

  test(`${figure.kind}: every choice has a name, and the first is what is shown without one`, () => {
    const messages = new Messages(data, "kk");
    const kind = kindOf(kinds, figure);
    const choice = kind.choice?.(figure, data);
    if (!choice) return;
    assert.ok(messages.has(choice.label));
    assert.ok(choice.values.includes(choice.first));
    for (const value of choice.values) assert.notEqual(choice.name(messages, value), "");
    const drawn = (chosen: string | null): string => kind.picture({ data, messages, document, width: 600 }, figure, chosen).outerHTML.replace(/plot-[0-9a-f]+/g, "");
    assert.equal(drawn(choice.first || null), drawn(null));
  });
}
