// A server of `tarazy serve` for tests, in a folder of its own. TARAZY names the program.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
export const program = resolve(process.env.TARAZY ?? join(checkout, "build/release/tarazy"));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Begins to serve a new folder with what is copied into it (paths in the checkout), or one that another server serves. */
export async function begin(copies = [], another = null) {
  const folder = another ?? mkdtempSync(join(tmpdir(), "tarazy-serve-"));
  for (const copy of copies) {
    mkdirSync(join(folder, copy, ".."), { recursive: true });
    cpSync(join(checkout, copy), join(folder, copy), { recursive: true, filter: (path) => !/\/(output|\.trial|\.preview)(\/|$)/.test(path) });
  }
  const environment = { ...process.env };
  delete environment.TARAZY_DATA;
  const child = spawn(program, ["serve", "--folder", folder, "--no-browser", "--quiet"], { stdio: ["ignore", "pipe", "inherit"], env: environment });
  const address = await new Promise((give, fail) => {
    child.stdout.on("data", (bytes) => give(String(bytes).trim()));
    child.on("exit", (status) => fail(new Error(`tarazy serve ended with status ${status}`)));
  });
  const key = new URL(address).searchParams.get("token");
  const origin = new URL(address).origin;
  return {
    folder, address, origin, key,
    /** The cookie that a browser gets; it opens pages only. */
    cookie: async () => (await fetch(address)).headers.get("set-cookie").split(";")[0],
    pid: child.pid,
    end: () => new Promise((ended) => {
      child.removeAllListeners("exit");
      child.on("exit", () => { if (another === null) rmSync(folder, { recursive: true, force: true }); ended(); });
      child.kill("SIGINT");
    }),
  };
}

export const launch = () => chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A page in a context of its own that has the key; what goes wrong in it is kept in `trouble`. */
export async function open(browser, server, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
  context.setDefaultTimeout(60_000); // a busy machine is no fault of the page
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => { if (message.type() === "error") trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.origin)) trouble.push("request: " + request.url()); });
  await page.goto(server.address);
  await page.locator("main h1, main p").first().waitFor();
  return { context, page, trouble };
}

export const speak = async (page, language) => {
  await page.locator(`.languages button[lang=${language}]`).click();
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
};

/** No violation of the rules of WCAG 2 A and AA and of good practice. The page must have been opened with `bypassCSP`. */
export async function accessible(page, what) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run(document, { iframes: false }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" | ")}`), []);
}
