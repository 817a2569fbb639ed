// `tarazy serve` as a person uses it: mouse and keyboard, three languages, two tabs, and as somebody uses it who should not.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, begin, launch, open, speak } from "./served.mjs";

const data = "studies/kazakhstan/data";
let browser, server;
before(async () => {
  browser = await launch();
  server = await begin(["studies/mongolia", `${data}/institution_memberships.csv`, `${data}/institutions.csv`, "examples/invented-assembly"]);
});
after(async () => {
  await browser?.close();
  await server?.end();
});

const study = (page, path, at = "study") => page.goto(`${server.origin}/#/study/${encodeURIComponent(path)}/${at}`);

test("the start page opens in three languages, without a fault", async () => {
  const { context, page, trouble } = await open(browser, server, { bypassCSP: true });
  for (const language of ["kk", "ru", "en"]) {
    await speak(page, language);
    await page.getByText("Mongolia between").or(page.getByText("Моңғолия екі")).or(page.getByText("Монголия между")).first().waitFor();
    await accessible(page, `start ${language}`);
    const text = await page.locator("body").innerText();
    assert.ok(!/serve\.[a-z]/.test(text), `a key instead of a word in ${language}: ${/serve\.[a-z_]+/.exec(text)}`);
  }
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a study is made with the keyboard alone, run, and its report read", async () => {
  const { context, page, trouble } = await open(browser, server);
  await page.getByRole("link", { name: "New study" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Folder of the study").focus();
  await page.keyboard.type("uzbekistan");
  const type = async (label, names) => {
    await page.getByRole("combobox", { name: label }).focus();
    for (const name of names) {
      await page.keyboard.type(name);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
    }
  };
  await type("State studied", ["Өзбекстан"]);
  await type("Pole 1", ["Россия"]);
  await type("Pole 2", ["China"]);
  await type("Pole 3", ["USA", "GBR", "germany"]);
  await page.getByLabel("Name of the pole").fill("WEST");
  await page.getByLabel("Last").fill("2024");
  await type("States to compare with", ["KAZ", "Kyrgyz", "TJK"]);
  await page.getByRole("button", { name: "Files of this folder" }).press("Enter");
  for (const name of ["studies/", "kazakhstan/", "data/"]) await page.getByRole("button", { name, exact: true }).press("Enter");
  await page.getByRole("button", { name: "institution_memberships.csv" }).press("Enter");
  await page.getByRole("button", { name: "institutions.csv", exact: true }).press("Enter");
  await page.locator("pre.toml").getByText("[[analysis]]").first().waitFor();
  assert.ok(!existsSync(join(server.folder, "uzbekistan")), "nothing is written before it is asked for");
  await page.getByRole("button", { name: "Write the study" }).press("Enter");
  await page.getByRole("button", { name: "Run the study" }).press("Enter");
  await page.getByText(/^Done in/).waitFor();
  await page.getByText("All results are those of the study as it stands.").waitFor();
  assert.ok(existsSync(join(server.folder, "uzbekistan/output/report.html")));
  await page.getByRole("link", { name: "Report" }).press("Enter");
  const report = page.frameLocator("iframe.report");
  await report.locator("h1").first().waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a setting is changed: its lines are shown, its analysis becomes stale, comments stay", async () => {
  const { context, page, trouble } = await open(browser, server);
  await study(page, "studies/mongolia");
  const file = join(server.folder, "studies/mongolia/study.toml");
  const before = readFileSync(file, "utf8");
  await page.locator("button.card").filter({ hasText: "align.shares" }).first().click();
  const box = page.locator(".part .field").filter({ hasText: "windows" }).locator("input");
  const old = await box.inputValue();
  await box.fill(`${old}, 2001-2010`);
  await page.locator(".diff ins").first().waitFor();
  await page.getByRole("button", { name: "Write into the study file" }).click();
  await page.locator(".diff").waitFor({ state: "detached" });
  const after = readFileSync(file, "utf8");
  assert.ok(after.includes('"2001-2010"'));
  assert.equal(after.split("\n").filter((line) => line.startsWith("#")).length, before.split("\n").filter((line) => line.startsWith("#")).length);
  writeFileSync(file, before);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a change of a pole is tried beside the report, then kept as a choice", async () => {
  const { context, page, trouble } = await open(browser, server);
  await study(page, "uzbekistan", "report");
  await page.frameLocator("iframe.report").locator("h1").first().waitFor();
  await page.getByRole("button", { name: /Take .*Germany away/ }).click();
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await page.getByRole("heading", { name: "What changed" }).waitFor();
  await page.getByRole("button", { name: "After" }).and(page.locator("[aria-pressed=true]")).waitFor();
  await page.getByText("As a choice beside what stands").click();
  await page.getByLabel("What is chosen otherwise").fill("a West of two");
  await page.getByLabel("Why it can be defended").fill("Germany trades more than it leads.");
  await page.getByRole("button", { name: "Show the lines" }).click();
  await page.getByRole("button", { name: "Write the choice" }).click();
  await page.locator(".diff").waitFor({ state: "detached" });
  const text = readFileSync(join(server.folder, "uzbekistan/study.toml"), "utf8");
  assert.match(text, /\[\[choice\]\]\nid = "a-West-of-two"/);
  assert.match(text, /"pole.WEST.members" = \["USA", "GBR"\]/);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a number of the report leads down to its rows", async () => {
  const { context, page, trouble } = await open(browser, server);
  await study(page, "uzbekistan", "report");
  const number = page.frameLocator("iframe.report").locator("main a.claim:visible").first();
  await number.waitFor();
  await page.waitForTimeout(1500);
  await number.click();
  await page.locator(".claim-panel dd").first().waitFor();
  await page.locator(".claim-panel .command").first().waitFor();
  assert.deepEqual(trouble, []);
  await context.close();
});

test("settings and what is behind a number are explained in Kazakh and Russian", async () => {
  const { context, page, trouble } = await open(browser, server);
  for (const language of ["kk", "ru"]) {
    await speak(page, language);
    await study(page, "studies/mongolia");
    await page.locator("button.card").filter({ hasText: "align.shares" }).first().click();
    await page.locator(".part .field small").first().waitFor();
    for (const text of await page.locator(".part .field small").allInnerTexts()) assert.match(text, /[а-яәғқңөұүһі]{3}/i, `an English meaning in ${language}: ${text}`);
    await study(page, "uzbekistan", "report");
    const number = page.frameLocator("iframe.report").locator("main a.claim:visible").first();
    await number.waitFor();
    await page.waitForTimeout(1500);
    await number.click();
    await page.locator(".claim-panel .command").first().waitFor();
    for (const text of await page.locator(".claim-panel dd:not([lang=en])").allInnerTexts()) if (/[a-z]{4}/.test(text) && !/ = /.test(text)) assert.match(text, /[а-яәғқңөұүһі]{3}/i, `English in ${language}: ${text}`);
  }
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a proposition is added, and a test of a number that the run has is marked as declared afterwards", async () => {
  const { context, page, trouble } = await open(browser, server, { bypassCSP: true });
  const file = join(server.folder, "uzbekistan/study.toml");
  const before = readFileSync(file, "utf8");
  await study(page, "uzbekistan");
  await page.getByRole("button", { name: "New proposition" }).click();
  const form = page.locator(".proposition-form");
  await form.getByLabel("Short name").fill("P9");
  await form.getByLabel("What is claimed").first().fill("It stands nearer to Russia than to China.");
  await form.locator("fieldset select").nth(1).selectOption({ index: 1 });
  await form.getByLabel("Number of that analysis").fill("no_such_number");
  await form.getByLabel("Kind of test").selectOption("above");
  await form.getByText("It must be:").waitFor();
  await form.locator(".problems").getByText("no_such_number").waitFor();
  assert.ok(await form.getByRole("button", { name: "Write into the study file" }).isDisabled(), "a form saves no study with faults");
  await form.getByLabel("Number of that analysis").fill("");
  const offered = await form.locator("datalist option").evaluateAll((options) => options.map((option) => option.value));
  const known = offered.find((one) => !one.includes("<"));
  assert.ok(known !== undefined, "numbers are offered");
  await form.getByLabel("Number of that analysis").fill(known);
  await form.getByText("The last run has this number already.").waitFor();
  assert.ok(await form.getByLabel("had been seen").isChecked());
  await form.getByLabel("What the number must be").fill("> 0");
  const write = form.getByRole("button", { name: "Write into the study file" });
  await page.waitForTimeout(1500);
  if (await write.isDisabled()) await form.getByLabel("What the number must be").fill("> 0 with probability 0.9");
  await accessible(page, "the form of a proposition");
  await write.click();
  await page.getByRole("heading", { name: "P9" }).waitFor();
  const text = readFileSync(file, "utf8");
  assert.match(text, /\[\[proposition\]\]\nid = "P9"\ntext = \{ en = "It stands nearer/);
  assert.match(text, /data_seen = true/);

  await page.getByText("Change it").click();
  await form.getByLabel("Weight").fill("2");
  await form.locator(".diff ins").getByText("weight = 2").waitFor();
  await form.getByRole("button", { name: "Take the proposition out" }).click();
  await form.locator(".diff del").getByText('id = "P9"').waitFor();
  await form.getByRole("button", { name: "Write into the study file" }).click();
  await page.getByRole("heading", { name: "P9" }).waitFor({ state: "detached" });
  assert.equal(readFileSync(file, "utf8").trimEnd(), before.trimEnd(), "what was added is gone, and nothing else changed");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("the study file is checked while it is typed, and two tabs do not overwrite one another", async () => {
  const one = await open(browser, server);
  const two = await open(browser, server);
  for (const { page } of [one, two]) await study(page, "uzbekistan", "file");
  const box = (page) => page.getByRole("textbox", { name: "study.toml" });
  for (const { page } of [one, two]) await page.locator(".quiet").getByText("Nothing is wrong.").or(page.locator(".problems")).first().waitFor();
  const text = await box(one.page).inputValue();
  await box(one.page).fill(text.replace('focus = "UZB"', 'focus = "UZX"'));
  await one.page.locator(".problems .fault").getByText("UZX").waitFor();
  await box(one.page).fill(`${text}# first tab\n`);
  await box(one.page).press("Control+s");
  await one.page.getByRole("status").getByText("Saved").waitFor();
  await box(two.page).fill(`${text}# second tab\n`);
  await two.page.getByRole("button", { name: "Save" }).click();
  await two.page.getByText("has been changed meanwhile").waitFor();
  assert.match(readFileSync(join(server.folder, "uzbekistan/study.toml"), "utf8"), /# first tab\n$/);
  await two.page.getByRole("button", { name: /Keep mine/ }).click();
  await two.page.getByRole("button", { name: "Save" }).click();
  await two.page.getByRole("status").getByText("Saved").waitFor();
  assert.match(readFileSync(join(server.folder, "uzbekistan/study.toml"), "utf8"), /# second tab\n$/);
  writeFileSync(join(server.folder, "uzbekistan/study.toml"), text);
  await one.context.close();
  await two.context.close();
});

test("a table is shown with its columns, gaps and coverage", async () => {
  const { context, page, trouble } = await open(browser, server, { bypassCSP: true });
  await study(page, "uzbekistan", "tables");
  await page.getByRole("link", { name: "data/institution_memberships.csv" }).click();
  await page.getByText("Recognised as: memberships").waitFor();
  await page.getByRole("row", { name: /^institution text/ }).waitFor();
  await accessible(page, "tables");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("every page passes axe, in three languages, at 1280 and 390 pixels", async () => {
  for (const width of [1280, 390]) {
    const { context, page, trouble } = await open(browser, server, { bypassCSP: true, viewport: { width, height: 900 } });
    for (const language of ["en", "kk", "ru"]) {
      await speak(page, language);
      for (const at of ["study", "tables", "file", "report"]) {
        await study(page, "uzbekistan", at);
        await page.locator("main h1").first().waitFor();
        await page.waitForTimeout(500);
        await accessible(page, `${at} ${language} ${width}`);
        const text = await page.locator("main").innerText();
        assert.ok(!/serve\.[a-z_]+/.test(text), `a key instead of a word: ${/serve\.[a-z_]+/.exec(text)}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${at} ${language} is wider than ${width} pixels`);
      }
    }
    assert.deepEqual(trouble, []);
    await context.close();
  }
});

/** A request without a browser, with the headers given. @returns its status */
function ask(path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((answer, fail) => {
    const { hostname, port } = new URL(server.origin);
    const sent = rawRequest({ hostname, port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers }, agent: false }, (response) => {
      let text = "";
      response.on("data", (bytes) => (text += bytes));
      response.on("end", () => answer({ status: response.statusCode, text, headers: response.headers }));
    });
    sent.on("error", fail);
    if (body !== undefined) sent.write(body);
    sent.end();
  });
}
const ours = () => ({ "x-tarazy-key": server.key, origin: server.origin, "x-tarazy-tab": "test" });

test("foreign pages, foreign names and requests without the key are turned away", async () => {
  assert.equal((await ask("/api/start")).status, 403);
  assert.equal((await ask("/api/start", { headers: ours() })).status, 200);
  assert.equal((await ask("/api/start", { headers: { ...ours(), host: "tarazy.example" } })).status, 421);
  assert.equal((await ask("/?token=00000000000000000000000000000000")).status, 403);
  const post = { method: "POST", body: '{"folder":"evil","invented":true,"save":true}' };
  assert.equal((await ask("/api/new", { ...post, headers: { ...ours(), origin: "https://example.org" } })).status, 403);
  assert.equal((await ask("/api/new", { ...post, headers: { "x-tarazy-key": server.key, "x-tarazy-tab": "t" } })).status, 403);
  assert.equal((await ask("/api/new", { ...post, headers: { "x-tarazy-key": server.key, origin: server.origin } })).status, 403);
  const cookie = await server.cookie(); // which another server on this machine may get
  assert.equal((await ask("/", { headers: { cookie } })).status, 200);
  assert.equal((await ask("/api/start", { headers: { cookie } })).status, 403);
  assert.equal((await ask("/api/new", { ...post, headers: { ...ours(), "x-tarazy-key": "", cookie } })).status, 403);
  assert.equal((await ask("/api/start", { headers: { ...ours(), "sec-fetch-site": "cross-site" } })).status, 403);
  assert.ok(!existsSync(join(server.folder, "evil")));
  const { headers } = await ask("/", { headers: ours() });
  assert.ok(!headers["content-security-policy"].includes("unsafe"));
});

test("no path leads out of the folder", async () => {
  for (const path of ["../../etc/passwd", "/etc/passwd", "studies/../../x", "a\u0000b", "..%2f..%2fetc%2fpasswd"]) {
    for (const where of [`/api/table?file=${encodeURIComponent(path)}`, `/api/files?folder=${encodeURIComponent(path)}`, `/api/study?study=${encodeURIComponent(path)}`]) {
      const { status, text } = await ask(where, { headers: ours() });
      assert.ok([400, 403, 404].includes(status), `${where}: ${status}`);
      assert.ok(!text.includes("root:"));
    }
  }
  assert.equal((await ask("/serve.js/../../etc/passwd", { headers: ours() })).status, 404);
});

test("200 requests at once are all answered, and an upload of 64 MB keeps memory small", async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask("/api/start", { headers: ours() })));
  assert.ok(answers.every(({ status }) => status === 200));
  const memory = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]);
  const before = memory();
  const upload = await ask("/api/upload?folder=uploads&name=large.csv", { method: "POST", headers: { ...ours(), "content-length": 64 << 20 }, body: Buffer.alloc(64 << 20, 0x61) });
  assert.equal(upload.status, 200);
  assert.ok(memory() - before < 20_000, `${memory() - before} kB more`);
  const body = await ask("/api/study/text?study=uzbekistan", { method: "POST", headers: { ...ours(), "content-length": 20 << 20 }, body: Buffer.alloc(20 << 20, 0x61) });
  assert.equal(body.status, 413);
});
