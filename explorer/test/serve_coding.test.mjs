// Coding texts, a table of cases and evidence in `tarazy serve`, as coders do it: by keyboard and by mouse, two coders, two tabs.
// Run after `npm run build` and with a built program.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, begin, launch, open, program, speak } from "./served.mjs";

let browser, server;
const study = "studies/kazakhstan";
const at = (page, part, rest = "") => page.goto(`${server.origin}/#/study/${encodeURIComponent(study)}/${part}${rest === "" ? "" : `/${encodeURIComponent(rest)}`}`);
const words = "Қазақстан 😀 бейбіт жолды таңдады. The site was closed in 1991. It gave up nuclear arms.\n\nSecond paragraph, about treaties and trust.\n";

before(async () => {
  browser = await launch();
  server = await begin([study]);
  mkdirSync(join(server.folder, study, "documents"));
  writeFileSync(join(server.folder, study, "documents/note.txt"), words);
  writeFileSync(join(server.folder, study, "documents/long.txt"), "A sentence of a long text, which goes on and on. ".repeat(21_000));
});
after(async () => {
  await browser?.close();
  await server?.end();
});

/** A page on which somebody has said who they are. */
async function coder(name, options = {}) {
  const opened = await open(browser, server, options);
  await at(opened.page, "coding", "note");
  await opened.page.locator(".who input").fill(name);
  await opened.page.locator(".who button").click();
  await opened.page.locator(".block").first().waitFor();
  return opened;
}

/** Waits until something holds; the pages allow no evaluation of strings, as waiting in them would need. */
async function until(holds, what) {
  for (const begin = Date.now(); !(await holds()); await new Promise((done) => setTimeout(done, 50)))
    assert.ok(Date.now() - begin < 60_000, `not within a minute: ${what}`);
}
const text = (page) => page.locator(".coded-text");
const tags = async (page) => (await page.locator(".tag").allInnerTexts()).map((one) => one.replace(/\s+/g, " ").trim());
const codings = () => JSON.parse(execFileSync(program, ["text", "codings", join(server.folder, study, "workspace.sqlite"), "--format", "json"], { encoding: "utf8" }));

/** Selects characters by keyboard, from the beginning of the text. */
async function select(page, from, length) {
  await text(page).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < from; i += 1) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < length; i += 1) await page.keyboard.press("Shift+ArrowRight");
}

test("a coder codes by keyboard alone, takes back and does again", async () => {
  const { context, page, trouble } = await coder("Aigul");
  await page.locator(".code-box input").fill("peace");
  await page.keyboard.press("Enter");
  await page.locator(".code-line", { hasText: "peace" }).waitFor();
  await select(page, 12, 6); // behind 😀, which is one character
  await page.keyboard.press("1");
  await page.locator(".tag", { hasText: "peace" }).waitFor();
  assert.equal(await page.locator(".run").first().innerText(), "бейбіт");
  await page.keyboard.press("Enter");
  // At once: what is typed next is the memo, and nothing takes the focus away later.
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
  await page.locator(".coding.active textarea").first().fill("ескертпе");
  await page.locator(".tag", { hasText: "✎" }).waitFor();
  await text(page).focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await until(async () => (await page.locator(".tag").count()) === 0, "all is taken back");
  await page.keyboard.press("Control+Shift+z");
  await page.locator(".tag", { hasText: "peace" }).waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("."); // the sentence at the caret
  await page.keyboard.press("/");
  await page.keyboard.type("course");
  await page.keyboard.press("Enter");
  await page.locator(".code-line", { hasText: "course" }).waitFor();
  assert.deepEqual(trouble, []);
  await context.close();
});

test("the mouse codes, too, and the command line reads what was coded", async () => {
  const { context, page, trouble } = await coder("Aigul");
  await page.locator(".words").nth(1).click({ clickCount: 3 });
  await page.locator("button.code", { hasText: "course" }).click();
  await page.locator(".tag", { hasText: "course" }).waitFor();
  const list = codings();
  assert.ok(JSON.stringify(list).includes("course"), JSON.stringify(list));
  assert.deepEqual(trouble, []);
  await context.close();
});

test("coding blind: others are hidden until both have finished, then side by side with agreement", async () => {
  const one = await coder("Aigul");
  await one.page.getByRole("tab", { name: "Coders" }).click();
  await one.page.getByLabel("Code blind").click();
  const other = await coder("Boris");
  await other.page.locator(".who select").selectOption("Boris");
  assert.deepEqual(await tags(other.page), []);
  await select(other.page, 12, 6);
  await other.page.keyboard.press("1");
  await other.page.locator(".tag").first().waitFor();
  await other.page.getByRole("button", { name: "I have finished this document" }).click();
  await other.page.getByRole("button", { name: "Finished. Open it again" }).waitFor();
  assert.equal((await tags(other.page)).length, 1);
  await one.page.getByRole("button", { name: "I have finished this document" }).click();
  await until(async () => (await other.page.locator(".tag").count()) > 1, "what the other coded is shown");
  await other.page.getByRole("tab", { name: "Others" }).click();
  await other.page.locator(".agreement").first().waitFor();
  assert.match(await other.page.locator("#panel-others-part").innerText(), /Agreement, %/);
  await accessible(other.page, "side by side");
  assert.deepEqual([...one.trouble, ...other.trouble], []);
  await one.context.close();
  await other.context.close();
});

test("three languages, a narrow screen, nothing wrong for axe", async () => {
  const { context, page, trouble } = await coder("Aigul", { bypassCSP: true });
  for (const language of ["kk", "ru", "en"]) {
    await speak(page, language);
    for (const part of ["coding", "cases", "evidence"]) {
      await at(page, part);
      await page.locator(".coding-page").waitFor();
      const shown = await page.locator("main").innerText();
      assert.ok(!/serve_coding\.[a-z]/.test(shown), `a key instead of a word in ${language}: ${/serve_coding\.[a-z_]+/.exec(shown)}`);
      await accessible(page, `${part} in ${language}`);
    }
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await at(page, "coding", "note");
  await page.getByRole("tab", { name: "Codes" }).click();
  await page.locator(".code-line").first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 391), "nothing is wider than the screen");
  await accessible(page, "coding at 390 px");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a cell of the table of cases goes into both files and back", async () => {
  const { context, page, trouble } = await coder("Aigul");
  const file = join(server.folder, study, "data/nuclear_reversal_cells.csv");
  const former = readFileSync(file, "utf8");
  await at(page, "cases");
  await page.locator(".case-table button").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".cell-form").waitFor();
  const value = page.getByLabel("Value", { exact: true });
  await value.fill("0.33");
  await value.press("Enter");
  await page.getByText("Kept.").waitFor();
  assert.notEqual(readFileSync(file, "utf8"), former);
  await page.getByRole("button", { name: "Take back" }).click();
  await until(() => readFileSync(file, "utf8") === former, "the file is as before");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a judge sees at once what follows", async () => {
  const { context, page, trouble } = await coder("Boris");
  await at(page, "evidence");
  const row = page.locator(".clues tbody tr").nth(3);
  await row.locator("input").first().fill("0.9 0.95 0.99");
  await page.locator(".results tbody tr", { hasText: "Boris" }).waitFor();
  const [ofStudy, ofJudge] = await page.locator(".results tbody tr").evaluateAll((rows) => rows.map((one) => one.querySelector("td").innerText));
  assert.notEqual(ofStudy, ofJudge);
  assert.match(await row.locator(".weight").first().innerText(), /dB/);
  const why = row.locator("details.why").first();
  await why.locator("summary").click();
  await why.locator("textarea").fill("Мәскеу бұл туралы білмеген.");
  await page.locator(".clues tbody tr").nth(3).locator("summary.given").first().waitFor();
  await page.waitForTimeout(800);
  await page.reload();
  await page.locator(".clues tbody tr").nth(3).locator("details.why").first().locator("summary").click();
  assert.equal(await page.locator(".clues tbody tr").nth(3).locator("details.why textarea").first().inputValue(), "Мәскеу бұл туралы білмеген.");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a text of one million characters with ten thousand codings stays usable", async (t) => {
  const { context, page, trouble } = await coder("Aigul");
  await page.locator("button.document", { hasText: "long" }).click();
  await until(async () => (await page.locator("progress").count()) === 0 && (await page.locator(".block").count()) > 500, "the text is there");
  const key = await page.evaluate(async (folder) => {
    const own = { "X-Tarazy-Tab": "t", "X-Tarazy-Key": localStorage.getItem("tarazy-key") };
    const desk = await (await fetch(`/api/coding/desk?study=${encodeURIComponent(folder)}&who=Aigul`, { headers: own })).json();
    const code = desk.codes[0].key;
    const add = Array.from({ length: 10_000 }, (_, i) => ({ doc: "long", start: i * 100, end: i * 100 + 60, code }));
    const begin = performance.now();
    await fetch(`/api/coding/codings?study=${encodeURIComponent(folder)}`, { method: "POST", headers: { ...own, "Content-Type": "application/json" }, body: JSON.stringify({ who: "Aigul", add }) });
    return performance.now() - begin;
  }, study);
  t.diagnostic(`10,000 codings kept in one act: ${Math.round(key)} ms`);
  const begin_ = Date.now();
  await until(async () => (await page.locator(".tag").count()) > 9000, "all codings are shown");
  t.diagnostic(`shown after ${Date.now() - begin_} ms`);
  await select(page, 70, 5);
  const pressed = Date.now();
  await page.keyboard.press("2");
  await page.locator(".tag", { hasText: "course" }).first().waitFor();
  t.diagnostic(`one more coding: ${Date.now() - pressed} ms`);
  assert.deepEqual(trouble, []);
  await context.close();
});
