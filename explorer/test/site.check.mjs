// The pages of docs/ as a reader meets them: from a folder, wide and narrow, by day and at night, with and without
// scripts. TARAZY_SITE names the folder.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const site = process.env.TARAZY_SITE;
assert.ok(site, "set TARAZY_SITE to the folder of the site");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const guide = ["guide/kk.html", "guide/ru.html", "guide/en.html"].filter((name) => existsSync(join(site, name)));
const looked = ["index.html", "commands.html", "text-lemmas.html", ...guide];

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
});
after(async () => browser?.close());

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(120_000); // a busy machine is no fault of the page
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => { if (message.type() === "error") trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith("file:")) trouble.push(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(resolve(site, name)).href);
  return { context, page, trouble };
}

async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => globalThis.axe.run({ preload: false }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

for (const name of looked) {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 390]]) {
    test(`${name}, ${colorScheme}, ${width} wide: axe finds nothing, nothing is wider than the window`, async () => {
      const { context, page, trouble } = await open(name, { colorScheme, viewport: { width, height: 844 } });
      assert.deepEqual(await violations(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      assert.deepEqual(trouble, []);
      await context.close();
    });
  }
}

test("the search finds a page by a Kazakh word and by the name of a command, with the keyboard", async () => {
  const { context, page, trouble } = await open("index.html");
  const field = page.getByRole("searchbox");
  await field.fill("қамту");
  await page.locator("#found a").first().waitFor();
  await field.fill("ideal-points");
  await page.locator("#found a", { hasText: "Ideal points" }).first().waitFor();
  await field.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\.html/);
  assert.match(await page.locator("main h1").first().textContent(), /\S/);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("without scripts every page is reached, and there is no field that does nothing", async () => {
  const { context, page } = await open("index.html", { javaScriptEnabled: false });
  assert.equal(await page.locator("#asked").isVisible(), false);
  await page.getByRole("link", { name: "Study files" }).first().click();
  assert.equal(await page.locator("main h1").textContent(), "Study files");
  await page.locator("nav a[aria-current]").waitFor();
  await context.close();
});
