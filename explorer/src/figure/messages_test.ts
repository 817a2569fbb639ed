import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleData } from "../../test/sample_data.ts";
import { languages, type Language } from "./figure_data.ts";
import { Messages } from "./messages.ts";

const data = sampleData();
const events = (language: Language, n: number): string => new Messages(data, language).say("timeline.shown", { n, total: 247 });

test("plural forms follow the language", () => {
  assert.equal(events("en", 1), "1 event of 247 shown");
  assert.equal(events("en", 2), "2 events of 247 shown");
  const forms = [1, 3, 5, 11, 21, 22].map((n) => events("ru", n).replace(/\d+/g, "#"));
  assert.equal(forms[0], forms[4], "1 and 21");
  assert.equal(forms[1], forms[5], "3 and 22");
  assert.equal(forms[2], forms[3], "5 and 11");
  assert.equal(new Set(forms).size, 3);
  assert.equal(events("kk", 1).replace(/\d+/g, "#"), events("kk", 5).replace(/\d+/g, "#"), "Kazakh counts with the singular");
});

test("a picture has words of its own where it needs them, else those of the text", () => {
  const english = new Messages(data, "en");
  assert.equal(english.word("domain.", "votes"), "votes in the General Assembly");
  assert.equal(english.word("domain.", "imports"), "imports");
  assert.equal(english.word("domain.", "tourism"), "tourism", "a domain of the user's own");
});

test("all languages have the same messages", () => {
  for (const language of languages) assert.deepEqual(Object.keys(data.messages[language]).sort(), Object.keys(data.messages.en).sort());
});

test("a message that is not there is an error, and a name that is not there is its code", () => {
  assert.throws(() => new Messages(data, "kk").say("no.such"), /no message 'no.such' in kk/);
  assert.equal(new Messages(data, "kk").state("KAZ"), "Қазақстан");
  assert.equal(new Messages(data, "kk").state("XXX"), "XXX");
});
