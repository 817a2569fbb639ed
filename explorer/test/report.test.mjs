// The report as a reader meets it: in a browser, offline, in three languages, with keyboard only, with scripts off.
// TARAZY_REPORT names the file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const report = process.env.TARAZY_REPORT;
assert.ok(report, "set TARAZY_REPORT to the report to test");
const address = pathToFileURL(resolve(report)).href;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const languages = ["en", "kk", "ru"];

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(async () => browser?.close());

async function open(options = {}) {
  // A content security policy would keep axe out of the page; what the policy forbids is tested without axe.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(180_000); // a busy machine is no fault of the page
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => { if (message.type() === "error") trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:") && !url.startsWith("blob:")) trouble.push("request: " + url);
  });
  await page.goto(address);
  return { context, page, trouble };
}

// To lay the report out costs a browser more than any test of it: tests that leave the page as a reader may find it
// share one. Each asks for it, so that each can be run alone.
const shared = new Map();
function sharedPage(name, options) {
  if (!shared.has(name)) shared.set(name, open(options));
  return shared.get(name);
}
const asReader = () => sharedPage("reader");
const withoutScripts = () => sharedPage("without scripts", { javaScriptEnabled: false });
const underAxe = () => sharedPage("axe", { bypassCSP: true });

const choose = (page, language) => page.locator(`label[for=language-${language}]`).click();

// The report holds thousands of entries that are built alike, and as many marks in its pictures: axe would take minutes
// to look at them all. It looks at the first few of each kind instead, opened.
function keepTheFirstOfEachKindAndOpenIt() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  dispatchEvent(new Event("beforeprint")); // puts what lies packed into the page
  const entries = ["TR", "LI", "DETAILS", "ARTICLE", "DIV", "DD", "DT"];
  for (const parent of document.querySelectorAll("tbody, ul, ol, dl, div, section, svg, svg g")) {
    const marks = parent instanceof SVGElement;
    const seen = new Map();
    for (const child of Array.from(parent.children)) {
      const kind = child.tagName + "." + (child.getAttribute("class") ?? "") + (!marks && child.querySelector("svg") ? child.id : "");
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (seen.get(kind) > 3 && (marks || entries.includes(child.tagName))) child.remove();
    }
  }
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/** All packs are unpacked, so that "beforeprint" puts every part in open entries into the page. */
async function everythingIsUnpacked(page) {
  for (const chapter of ["claims", "reproduce"]) {
    await page.evaluate((id) => {
      for (const details of document.querySelectorAll(`#${id} details`)) details.open = true;
      document.getElementById(id).scrollIntoView();
    }, chapter);
    await page.waitForFunction((id) => document.querySelector(id) !== null, chapter === "claims" ? "#claims tr[id]" : "#reproduce dl.commands");
  }
}

async function everyFigureIsDrawn(page) {
  for (let drawn = -1, now = await page.locator("svg").count(); drawn !== now; now = await page.locator("svg").count()) {
    drawn = now;
    await page.waitForTimeout(1000);
  }
}

// First of those that share the page: the keyboard begins at its top, where no click has been.
test("the keyboard reaches language, figures and filters", async () => {
  const { page } = await asReader();
  await page.waitForSelector("svg");
  const kinds = ["INPUT:radio", "A:", "SUMMARY:", "BUTTON:button", "SELECT:"];
  const reached = new Set();
  for (let i = 0; i < 250 && !kinds.every((kind) => reached.has(kind)); ++i) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement?.tagName + ":" + (document.activeElement?.getAttribute("type") ?? "")));
  }
  for (const kind of kinds) {
    assert.ok(reached.has(kind), `${kind} not reached: ${[...reached].join(", ")}`);
  }
});

test("opens without an error and without a request", async () => {
  const { page, trouble } = await asReader();
  await page.waitForSelector("svg");
  for (const language of languages) await choose(page, language);
  await page.waitForTimeout(300);
  assert.deepEqual(trouble, []);
  assert.ok(await page.locator("svg").count() >= 3, "figures are drawn");
  await choose(page, languages[0]);
});

for (const language of languages) {
  test(`axe finds nothing in ${language}`, async () => {
    const { page } = await underAxe();
    await page.waitForSelector("svg");
    await choose(page, language);
    if (!await page.evaluate(() => "axe" in globalThis)) {
      // Axe asks of every element whether it is seen: a chapter that is laid out when it comes near would be laid out
      // anew at each question.
      await page.addStyleTag({ content: ".chapter { content-visibility: visible !important; }" });
      await page.evaluate(axeSource);
      await everyFigureIsDrawn(page);
      await everythingIsUnpacked(page);
    }
    await page.evaluate(keepTheFirstOfEachKindAndOpenIt);
    // Every rule looks at every element; only what breaks one is described. What the page hides since it is said in
    // another language lies aside meanwhile: axe takes most of its time to find that it is hidden.
    const violations = await page.evaluate(async (others) => {
      const hidden = Array.from(document.querySelectorAll(others.map((other) => `main [lang=${other}]`).join(",")))
        .filter((element) => !element.checkVisibility());
      const aside = hidden.map((element) => [document.createComment(""), element]);
      for (const [place, element] of aside) element.replaceWith(place);
      const found = await globalThis.axe.run({ resultTypes: ["violations"] });
      for (const [place, element] of aside) place.replaceWith(element);
      return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}`);
    }, languages.filter((other) => other !== language));
    assert.deepEqual(violations, []);
  });

  test(`without scripts text and tables are there in ${language}`, async () => {
    const { page, trouble } = await withoutScripts();
    await choose(page, language);
    assert.ok(await page.locator(".without-scripts").isVisible(), "it says where the further rows are");
    // Chapter by chapter, and not the folded entries: to ask Chromium for the text of all of them takes minutes.
    for (const [chapter, least] of [["state", 400], ["ledger", 3000], ["data", 1500], ["reproduce", 300]]) {
      const visible = await page.locator(`#${chapter}`).innerText();
      assert.ok(visible.length > least, `${chapter} shows ${visible.length} characters`);
    }
    assert.ok(await page.locator("table").count() >= 3);
    assert.deepEqual(trouble, []);
    for (const other of languages.filter((name) => name !== language)) {
      const titles = await page.locator(`h1 [lang=${other}]`).all();
      assert.ok(titles.length > 0);
      for (const title of titles) assert.equal(await title.isVisible(), false);
    }
  });
}

test("a comparison state is laid over positions, probabilities and the hedge", async () => {
  const { page, trouble } = await asReader();
  for (const figure of ["positions", "closer", "hedge"]) {
    const place = page.locator(`figure[id^="figure-${figure}-"], [id^="figure-${figure}-"]`).first();
    await place.scrollIntoViewIfNeeded();
    const svg = place.locator(".drawing svg").first();
    await svg.waitFor();
    const before = await svg.innerHTML();
    await place.locator("select").selectOption("BLR");
    await page.waitForTimeout(150);
    assert.notEqual(await place.locator(".drawing svg").first().innerHTML(), before, `${figure} shows the other state`);
  }
  assert.deepEqual(trouble, []);
});

test("a number leads to its claim, and claims can be searched", async () => {
  const { page, trouble } = await asReader();
  const link = page.locator("a.claim:visible").first();
  const claim = page.locator(`[id="${(await link.getAttribute("href")).slice(1)}"]`);
  assert.equal(await claim.count(), 0, "it lies folded");
  await link.click();
  await claim.waitFor({ state: "visible" });
  const words = await claim.locator("code").first().innerText();
  await page.locator("#claim-search").fill(words);
  assert.ok(await claim.isVisible());
  await page.locator("#claim-search").fill("no claim has these words");
  assert.equal(await claim.isVisible(), false);
  await page.locator("#claim-search").fill("");
  assert.deepEqual(trouble, []);
});

test("a link from outside leads into what lies packed, and back again", async () => {
  const { context, page, trouble } = await open();
  const inside = await page.locator("a.claim").first().getAttribute("href");
  await page.goto(address + inside);
  const claim = page.locator(`[id="${inside.slice(1)}"]`);
  await claim.waitFor({ state: "visible" });
  assert.equal(await page.evaluate(() => document.querySelector(":target")?.id), inside.slice(1), "it is marked");
  await page.goto(address + "#event-e200");
  await page.locator("#event-e200").waitFor({ state: "visible" });
  await page.goBack();
  await page.waitForFunction((id) => { const box = document.getElementById(id)?.getBoundingClientRect(); return box && box.top >= 0 && box.bottom <= innerHeight; }, inside.slice(1));
  assert.deepEqual(trouble, []);
  await context.close();
});

test("the page is light: it opens with few elements, and nothing is lost of it", async () => {
  const { context, page } = await open({ bypassCSP: true });
  await page.waitForSelector("svg");
  const opened = await page.evaluate(() => document.querySelectorAll("*").length);
  assert.ok(opened < 30_000, `${opened} elements`);
  assert.ok(readFileSync(resolve(report)).length < 2_097_152);
  await everythingIsUnpacked(page);
  await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; dispatchEvent(new Event("beforeprint")); });
  await page.waitForFunction(() => document.querySelectorAll("main .folded").length === 0);
  const claims = await page.locator("#claims tr[id]").count();
  const said = (await page.locator("#claims summary .quiet t-l[lang=en]").allTextContents()).reduce((sum, words) => sum + Number(words.replace(/[^0-9]/g, "")), 0);
  assert.equal(claims, said);
  await context.close();
});

test("figures can be taken away as SVG and CSV", async () => {
  const { page } = await asReader();
  await page.waitForSelector("svg");
  for (const [words, ending] of [["SVG", ".svg"], ["CSV", ".csv"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button:visible", { hasText: words }).first().click()]);
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
  }
});

test("numbers have the decimal mark of the language, in tables, claims and figures", async () => {
  const { page } = await asReader();
  const found = (pattern) => page.evaluate((source) => {
    const told = new RegExp(source);
    // A picture that is far away is drawn in the language when it comes near.
    const drawn = `.drawing > svg[lang=${document.documentElement.lang}] text`;
    return Array.from(document.querySelectorAll(`.number, a.claim, ${drawn}`), (each) => each.childElementCount ? "" : each.textContent).filter((text) => told.test(text)).length;
  }, pattern);
  await page.waitForSelector(".drawing svg");
  for (const language of ["kk", "ru"]) {
    await choose(page, language);
    await page.waitForTimeout(500);
    assert.equal(await found("^\\D?\\d+\\.\\d+$"), 0, language);
    assert.ok(await found("^\\D?\\d+,\\d+$") > 20, language);
  }
  await choose(page, "en");
  await page.waitForTimeout(500);
  assert.equal(await found("^\\D?0,\\d+$"), 0);
});

test("on paper every proposition has its tests, and the report is short", async () => {
  const { page, context } = await open({ bypassCSP: true });
  await page.waitForSelector("svg");
  await everythingIsUnpacked(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const hidden = await page.evaluate(() => Array.from(document.querySelectorAll("#ledger .test")).filter((test) => test.getClientRects().length === 0).length);
  assert.equal(hidden, 0, "tests that are not printed");
  const left = await page.evaluate(() => Array.from(document.querySelectorAll("#ledger .folded")).filter((place) => !place.closest(".test details")).length);
  assert.equal(left, 0, "parts of the ledger that are not printed");
  for (const language of ["en", "kk", "ru"]) {
    await page.evaluate((chosen) => document.querySelector(`#language-${chosen}`).click(), language);
    await page.waitForTimeout(500);
    const pdf = await page.pdf({ preferCSSPageSize: true, timeout: 180_000 });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages < 25, `${pages} pages in ${language}`);
  }
  await context.close();
});

/** Words of drawings that stand more than a hair outside of them. */
function wordsOutside() {
  const outside = [];
  for (const svg of document.querySelectorAll("figure svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width < 50) continue;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (box.width > 0 && (box.right > frame.right + 3 || box.left < frame.left - 3 || box.bottom > frame.bottom + 3 || box.top < frame.top - 3))
        outside.push(`${svg.closest("figure").id}: ${text.textContent.slice(0, 60)}`);
    }
  }
  return outside;
}

for (const width of [390, 1280]) {
  test(`no word of a drawing leaves it at ${width} pixels`, async () => {
    const { context, page } = await open({ viewport: { width, height: 900 } });
    await page.waitForSelector("svg");
    await page.evaluate(() => { for (const details of document.querySelectorAll("details:has(figure)")) details.open = true; });
    for (const figure of await page.locator("figure").all()) await figure.scrollIntoViewIfNeeded();
    await everyFigureIsDrawn(page);
    const outside = {};
    for (const language of languages) {
      await choose(page, language);
      await page.waitForTimeout(1500);
      outside[language] = await page.evaluate(wordsOutside);
    }
    assert.deepEqual(outside, { en: [], kk: [], ru: [] });
    await context.close();
  });
}
