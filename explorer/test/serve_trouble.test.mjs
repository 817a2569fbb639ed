// What goes wrong around `tarazy serve`: texts and files changed behind its back, a damaged workspace, connections that
// break, names and titles made to do harm. Run after `npm run build` and with a built program.

import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { begin, launch, open } from "./served.mjs";

let browser, server;
const study = "studies/kazakhstan";
const folder = () => join(server.folder, study);
const at = (page, part, rest = "") => page.goto(`${server.origin}/#/study/${encodeURIComponent(study)}/${part}${rest === "" ? "" : `/${encodeURIComponent(rest)}`}`);

before(async () => {
  browser = await launch();
  server = await begin([study]);
  mkdirSync(join(folder(), "documents"));
  writeFileSync(join(folder(), "documents/a.txt"), "Peace came late. Kazakhstan chose peace and trust.\n");
  writeFileSync(join(folder(), "documents/b.txt"), "Another text about treaties.\n");
});
after(async () => {
  await browser?.close();
  await server?.end();
});

async function until(holds, what) {
  for (const started = Date.now(); !(await holds()); await new Promise((done) => setTimeout(done, 50)))
    assert.ok(Date.now() - started < 60_000, `not within a minute: ${what}`);
}

async function coder(name, part = "coding", rest = "a") {
  const opened = await open(browser, server);
  await at(opened.page, part, rest);
  await opened.page.locator(".who input").fill(name);
  await opened.page.locator(".who button").click();
  return opened;
}

async function select(page, from, length) {
  await page.locator(".coded-text").focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < from; i += 1) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < length; i += 1) await page.keyboard.press("Shift+ArrowRight");
}

test("a text that is edited after it was coded: said at once, words as they were, nothing at a wrong place", async () => {
  const { context, page, trouble } = await coder("Aigul");
  await page.locator(".code-box input").fill("peace");
  await page.keyboard.press("Enter");
  await page.locator(".code-line", { hasText: "peace" }).waitFor();
  await select(page, 0, 5); // "Peace", once
  await page.keyboard.press("1");
  await until(async () => (await page.locator(".tag").count()) === 1, "the first is coded");
  await select(page, 17, 10); // "Kazakhstan", which will come twice
  await page.keyboard.press("1");
  await until(async () => (await page.locator(".tag").count()) === 2, "the second is coded");
  writeFileSync(join(folder(), "documents/a.txt"), "Kazakhstan, in 1994. Peace came late. Kazakhstan chose peace and trust.\n");
  await page.locator(".text-changed").waitFor();
  await until(async () => (await page.locator(".tag").count()) === 1, "only the one whose place is sure is drawn");
  assert.equal(await page.locator(".run").first().innerText(), "Peace");
  assert.match(await page.locator(".codings.lost").innerText(), /Kazakhstan/);
  await page.getByRole("button", { name: "Keep my codings at these places" }).click();
  await until(async () => (await page.getByRole("button", { name: "Keep my codings at these places" }).count()) === 0, "it is kept");
  await select(page, 38, 10);
  await page.locator(".codings.lost").getByRole("button", { name: "Move to the selection" }).click();
  await until(async () => (await page.locator(".text-changed").count()) === 0, "all have a place again");
  assert.equal(await page.locator(".tag").count(), 2);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("the first memo of a document is gone when it is taken back", async () => {
  const { context, page, trouble } = await coder("Marat");
  const memo = page.getByLabel("My memo on this document");
  await memo.pressSequentially("first thoughts");
  const undo = page.locator(".coding-bar").getByRole("button", { name: "Take back" });
  await until(() => undo.isEnabled(), "it is kept");
  await until(async () => (await undo.getAttribute("title")) !== "", "it is named");
  await page.waitForTimeout(300);
  await undo.click();
  await until(async () => (await memo.inputValue()) === "", "the box is empty");
  await memo.pressSequentially("again");
  await page.waitForTimeout(300);
  assert.equal(await memo.inputValue(), "again");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("an answer that comes late does not take the place of a newer one", async () => {
  const { context, page, trouble } = await coder("Dana");
  await page.locator(".block").first().waitFor();
  // The first list of codes that is asked for now comes after the code that is made meanwhile.
  let late = null;
  await page.route("**/api/coding/desk?*", async (route) => {
    if (late !== null) return route.continue();
    const response = await route.fetch();
    late = new Promise((done) => setTimeout(done, 1500)).then(() => route.fulfill({ response }));
  });
  await page.locator("#find-documents").fill("a");
  await until(() => late !== null, "the list is asked for");
  await page.locator(".code-box input").fill("overtaken");
  await page.keyboard.press("Enter");
  await page.locator(".code-line", { hasText: "overtaken" }).waitFor();
  await late;
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(await page.locator(".code-line", { hasText: "overtaken" }).count(), 1);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a name that is taken while another page is opened counts there; one that is refused is told", async () => {
  const { context, page, trouble } = await open(browser, server);
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/api/coding/coders?*", async (route) => (await released, route.continue()));
  await at(page, "coding", "a");
  await page.locator(".who input").fill("Erlan");
  await page.locator(".who button").click();
  await at(page, "evidence");
  const number = page.locator(".clues tbody tr").nth(1).locator("input").first();
  await number.waitFor();
  assert.ok(await number.isDisabled());
  release();
  await until(() => number.isEnabled(), "the name counts on the page that is shown now");
  assert.equal(await page.locator(".who select").inputValue(), "Erlan");
  await page.unroute("**/api/coding/coders?*");
  await page.route("**/api/coding/coders?*", (route) => route.abort());
  await page.locator(".who input").fill("Nobody");
  await page.locator(".who button").click();
  await page.locator("[role=alert]").first().waitFor();
  assert.deepEqual(trouble.filter((one) => !/ERR_FAILED/.test(one)), []);
  await context.close();
});

test("what is done while a name is on its way is done in that name", async () => {
  const { context, page, trouble } = await open(browser, server);
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/api/coding/coders?*", async (route) => (await released, route.continue()));
  await at(page, "coding", "b");
  await page.locator(".block").first().waitFor();
  await page.locator(".who input").fill("Zarina");
  await page.locator(".who button").click();
  await page.locator(".code-box input").fill("at once");
  await page.keyboard.press("Enter");
  await new Promise((done) => setTimeout(done, 300));
  release();
  await page.locator(".code-line", { hasText: "at once" }).waitFor();
  await page.locator(".document", { hasText: "b" }).first().waitFor();
  assert.equal(await page.locator(".who select").inputValue(), "Zarina");
  assert.equal(await page.locator("[role=alert]").count(), 0);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("another document in the address while one is open; a long name on a narrow screen", async () => {
  const { context, page, trouble } = await coder("Айгүл Сәрсенбайқызы Әбдірахманова-Нұрмағамбетова, профессор, т.ғ.д.");
  await page.locator(".coded-text", { hasText: "Peace" }).waitFor();
  await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, "b")));
  await page.locator(".coded-text", { hasText: "treaties" }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  for (const part of ["Documents", "Text", "Codes", "More"]) {
    const tab = page.locator(".narrow-only").getByRole("tab", { name: part });
    if ((await tab.count()) === 0) continue;
    await tab.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 391, `${part}: ${wide} px`);
  }
  assert.deepEqual(trouble, []);
  await context.close();
});

test("a cell that was changed elsewhere while one typed is never overwritten; what was typed outlives the page", async () => {
  const one = await coder("Aigul", "cases", "");
  const other = await coder("Boris", "cases", "");
  const box = (page) => page.getByLabel("Value", { exact: true });
  for (const { page } of [one, other]) {
    await page.locator(".case-table button").first().click();
    await page.locator(".cell-form").waitFor();
  }
  await box(one.page).fill("0.4"); // typed, not saved
  await box(other.page).fill("0.7");
  await box(other.page).press("Enter");
  await other.page.getByText("Kept.").waitFor();
  await one.page.getByRole("alert").waitFor();
  assert.match(await one.page.locator(".cell-form [role=alert]").innerText(), /0\.7[^]*0\.4/);
  await box(one.page).press("Enter");
  await one.page.close();
  const again = await open(browser, server);
  await at(again.page, "cases");
  await again.page.locator(".who select").selectOption("Aigul");
  await again.page.locator(".case-table button").first().click();
  await again.page.locator(".cell-form [role=alert]").waitFor();
  assert.equal(await box(again.page).inputValue(), "0.4");
  const cells = () => readFileSync(join(folder(), "data/nuclear_reversal_cells.csv"), "utf8");
  const former = cells();
  await again.page.getByRole("button", { name: "Keep mine" }).click();
  await again.page.getByText("Kept.").waitFor();
  assert.notEqual(cells(), former);
  await until(async () => (await again.page.locator(".cell-form [role=alert]").count()) === 0, "nothing is open");
  assert.deepEqual([...one.trouble, ...other.trouble, ...again.trouble].filter((line) => !/409/.test(line)), []);
  for (const { context } of [one, other, again]) await context.close();
});

test("a number half typed on the page of evidence is there again after the page was closed", async () => {
  const one = await coder("Dana", "evidence", "");
  await one.page.locator(".clues tbody tr").nth(3).locator("input").first().fill("0.6 0.8");
  await one.page.waitForTimeout(500);
  await one.context.close();
  const again = await open(browser, server);
  await at(again.page, "evidence");
  await again.page.locator(".who select").selectOption("Dana");
  await until(async () => (await again.page.locator(".clues tbody tr").nth(3).locator("input").first().inputValue()) === "0.6 0.8", "it is there");
  assert.deepEqual([...one.trouble, ...again.trouble], []);
  await again.context.close();
});

test("a study file with line ends of Windows keeps them", async () => {
  const file = join(folder(), "study.toml");
  const former = readFileSync(file, "utf8");
  writeFileSync(file, former.replace(/\n/g, "\r\n"));
  const { context, page, trouble } = await open(browser, server);
  await at(page, "file");
  const box = page.locator("textarea.toml");
  await until(async () => (await box.inputValue()) !== "", "the file is shown");
  await box.press("Control+Home");
  await box.pressSequentially("# a remark\n");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await until(() => readFileSync(file, "utf8").startsWith("# a remark"), "it is saved");
  assert.equal(readFileSync(file, "utf8"), `# a remark\r\n${former.replace(/\n/g, "\r\n")}`);
  assert.deepEqual(trouble, []);
  writeFileSync(file, former);
  await context.close();
});

test("the key is not in what the page shows of its address, and another tab has it", async () => {
  const { context, page } = await open(browser, server);
  assert.ok(!page.url().includes(server.key));
  const second = await context.newPage();
  await second.goto(`${server.origin}/`);
  await second.locator("main h1").first().waitFor();
  assert.equal(await second.locator(".fault").count(), 0);
  await context.close();
});

/** An upload that breaks off in the middle. */
function brokenUpload(name) {
  const { hostname, port } = new URL(server.origin);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /api/upload?folder=uploads&name=${name} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\nX-Tarazy-Tab: t\r\nX-Tarazy-Key: ${server.key}\r\nContent-Length: 10000000\r\n\r\n`);
      socket.write(Buffer.alloc(500_000, 0x61), () => setTimeout(() => (socket.destroy(), done()), 100));
    });
    socket.on("error", () => undefined);
  });
}

test("an upload whose connection breaks leaves nothing", async () => {
  await brokenUpload("half.csv");
  const uploads = join(server.folder, "uploads");
  const started = Date.now();
  await until(() => existsSync(uploads) && readdirSync(uploads).length === 0, "it is gone");
  assert.ok(Date.now() - started < 3000, "at once");
});

test("titles and names made to do harm are words on every page", async () => {
  const bad = `<img src=x onerror="document.title='hacked'">\u202Eevil\u202C <script>document.title='hacked'</script>${"long ".repeat(2000)}`;
  const file = join(folder(), "study.toml");
  const former = readFileSync(file, "utf8");
  writeFileSync(file, former.replace(/^(en|kk|ru) = ".*"$/gm, `$1 = ${JSON.stringify(bad)}`));
  assert.notEqual(readFileSync(file, "utf8"), former, "the title was replaced");
  mkdirSync(join(folder(), "documents"), { recursive: true });
  writeFileSync(join(folder(), "documents/<img src=x onerror=alert(1)>.txt"), "<script>document.title='hacked'</script> text\u202E\n");
  appendFileSync(join(folder(), "documents/b.txt"), "\u0001\u0007\u001b[31mcontrol\n");
  const { context, page, trouble } = await coder(`<b onmouseover="x">Coder</b>\u202E`);
  for (const part of ["study", "report", "tables", "coding", "cases", "evidence", "file"]) {
    await at(page, part, part === "coding" ? "<img src=x onerror=alert(1)>" : "");
    await page.locator("main h1, main h2, main p").first().waitFor();
    await page.waitForTimeout(300);
    assert.ok(!(await page.title()).includes("hacked"), part);
    assert.equal(await page.locator("main img[src=x], main b[onmouseover]").count(), 0, part);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 1, `${part} is ${wide} px too wide`);
  }
  await page.goto(`${server.origin}/#/`);
  await page.locator("main h1").first().waitFor();
  assert.equal(await page.locator("main img[src=x]").count(), 0, "start");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 1, `the start page is ${wide} px too wide`);
  // There is no report yet, and the program says what it thinks of such names.
  assert.deepEqual(trouble.filter((line) => !/status of (404|422)/.test(line)), []);
  writeFileSync(file, former);
  await context.close();
});

test("a damaged workspace keeps nobody from the study file, is told, and is left as it is", async () => {
  const own = await begin([study]);
  try {
    const workspace = join(own.folder, study, "workspace.sqlite");
    writeFileSync(workspace, "no database at all, but long enough to be one. ".repeat(200));
    const { context, page, trouble } = await open(browser, own);
    await page.goto(`${own.origin}/#/study/${encodeURIComponent(study)}/file`);
    const box = page.locator("textarea.toml");
    await until(async () => (await box.inputValue()) !== "", "the file is shown");
    await page.getByText("Saved without a history").waitFor();
    await box.press("Control+Home");
    await box.pressSequentially("# a remark\n");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await until(() => readFileSync(join(own.folder, study, "study.toml"), "utf8").startsWith("# a remark"), "it is saved");
    assert.equal(readFileSync(workspace, "utf8").length, "no database at all, but long enough to be one. ".length * 200);
    await page.goto(`${own.origin}/#/study/${encodeURIComponent(study)}/study`);
    await page.locator("main h1").first().waitFor();
    assert.deepEqual(trouble, []);
    await context.close();
  } finally {
    await own.end();
  }
});

/** Asks a server as a page of its own does. */
async function ask(of, path, query = {}, body = undefined) {
  const response = await fetch(`${of.origin}${path}?${new URLSearchParams(query)}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "X-Tarazy-Key": of.key, "X-Tarazy-Tab": "t", Origin: of.origin, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test("two servers on one study: of two who save at once one is told, and nothing is lost", async () => {
  const second = await begin([], server.folder);
  try {
    const file = join(folder(), "study.toml");
    const former = readFileSync(file, "utf8");
    for (let round = 0; round < 10; round += 1) {
      const seen = (await ask(server, "/api/study/text", { study })).body;
      const save = (of, name) => ask(of, "/api/study/text", { study }, { text: `# ${name} ${round}\n${former}`, version: seen.version });
      const answers = await Promise.all([save(server, "one"), save(second, "two")]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
      const winner = answers[0].status === 200 ? "one" : "two";
      assert.ok(readFileSync(file, "utf8").startsWith(`# ${winner} ${round}\n`));
    }
    const code = (of, name) => ask(of, "/api/coding/code", { study }, { who: "A", do: "create", code: name });
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => code(i % 2 === 0 ? server : second, `code ${i}`)));
    assert.ok(made.every(({ status }) => status === 200));
    const { codes } = (await ask(second, "/api/coding/desk", { study, who: "A" })).body;
    assert.equal(codes.filter(({ code: name }) => /^code \d+$/.test(name)).length, 20);
    writeFileSync(file, former);
  } finally {
    await second.end();
  }
});

test("a trial during a run: both end well; a title made to do harm is words in the report", async () => {
  const own = await begin(["studies/mongolia"]);
  const mongolia = { study: "studies/mongolia" };
  try {
    const file = join(own.folder, "studies/mongolia/study.toml");
    const bad = `<img src=x onerror="document.title='hacked'">\u202Eevil\u202C <script>document.title='hacked'</script>${"long ".repeat(2000)}`;
    const former = readFileSync(file, "utf8");
    const renamed = former.replace(/^(en|kk|ru) = ".*"$/gm, `$1 = ${JSON.stringify(bad)}`).replace(/^title = \{.*\}$/m, `title = { en = ${JSON.stringify(bad)}, kk = ${JSON.stringify(bad)}, ru = ${JSON.stringify(bad)} }`);
    assert.notEqual(renamed, former);
    writeFileSync(file, renamed);
    const run = ask(own, "/api/study/run", mongolia, {});
    const trial = ask(own, "/api/study/trial", mongolia, { edits: [{ path: "study.title.en", value: '"Another title"' }] });
    assert.deepEqual([(await run).status, (await trial).status], [200, 200]);
    const phase = async (which) => (await ask(own, "/api/study/run", { ...mongolia, which })).body;
    for (const which of ["output", "trial"]) await until(async () => (await phase(which)).phase !== "running", `${which} ends`);
    assert.deepEqual([(await phase("output")).phase, (await phase("trial")).phase], ["done", "done"], JSON.stringify([await phase("output"), await phase("trial")]).slice(0, 2000));
    const { context, page, trouble } = await open(browser, own);
    await page.goto(`${own.origin}/#/study/${encodeURIComponent("studies/mongolia")}/report`);
    const frame = page.frameLocator("iframe.report");
    await frame.locator("h1").first().waitFor();
    await page.waitForTimeout(500);
    assert.equal(await frame.locator("img[src=x]").count(), 0);
    assert.ok((await frame.locator("h1").first().innerText()).includes("<img src=x"));
    assert.ok(!(await page.title()).includes("hacked"));
    assert.deepEqual(trouble, []);
    await context.close();
  } finally {
    await own.end();
  }
});
