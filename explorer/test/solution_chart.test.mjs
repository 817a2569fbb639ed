// Solution charts as a reader meets them: nothing leaves the picture, at two widths and in three languages.
// TARAZY_REPORT names a report with a comparison.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const report = process.env.TARAZY_REPORT;
assert.ok(report, "set TARAZY_REPORT to the report to test");
const address = pathToFileURL(resolve(report)).href;

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(async () => browser?.close());

/** Texts that reach beyond the picture, and pairs of texts that lie on each other, by more than a pixel. */
function troubles(svg) {
  const room = svg.getBoundingClientRect();
  const texts = Array.from(svg.querySelectorAll("text"), (text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  const found = [];
  texts.forEach(({ words, box }, i) => {
    if (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1) found.push(`'${words}' leaves the picture`);
    for (const other of texts.slice(i + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 1 && down > 4) found.push(`'${words}' lies on '${other.words}'`);
    }
  });
  return found;
}

// To lay the report out costs a browser more than the charts: one page a width, whose language changes.
const pages = new Map();
async function opened(width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(180_000); // a busy machine is no fault of the page
  await page.goto(address);
  return page;
}
function pageOf(width) {
  if (!pages.has(width)) pages.set(width, opened(width));
  return pages.get(width);
}

for (const width of [1280, 390]) {
  for (const language of ["en", "kk", "ru"]) {
    test(`solution charts fit ${width} pixels in ${language}`, async () => {
      const page = await pageOf(width);
      await page.locator(`label[for=language-${language}]`).click();
      const place = page.locator('[id^="figure-solution-"]').first();
      await place.scrollIntoViewIfNeeded();
      const svg = place.locator(".drawing svg").first();
      await svg.waitFor();
      const select = place.locator("select");
      for (const model of await select.locator("option").evaluateAll((options) => options.slice(0, 6).map((option) => option.value))) {
        await select.selectOption(model);
        await page.waitForTimeout(100);
        assert.deepEqual(await place.locator(".drawing svg").first().evaluate(troubles), [], model);
        const shown = await place.locator(".drawing svg").first().textContent();
        assert.ok(shown.includes("PRI"), "PRI stands beside inclusion and coverage");
      }
    });
  }
}
