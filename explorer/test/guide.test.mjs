// The guide of docs/guide, followed word by word in three languages, from nothing to a report taken along.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { followGuide } from "../guide_pictures.mjs";
import { launch } from "./served.mjs";

let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

for (const language of ["en", "kk", "ru"]) {
  test(`the guide leads to a report (${language})`, async () => {
    assert.deepEqual(await followGuide(browser, language, async () => undefined), []);
  });
}
