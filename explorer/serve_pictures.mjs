// Takes the pictures of docs/serve.md and docs/serve-coding.md in a study of invented data: node serve_pictures.mjs ../docs/images

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { begin, launch, open } from "./test/served.mjs";

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const invented = "src/analyses/testdata/every_method";
const server = await begin([invented]);
const browser = await launch();
try {
  const { context, page } = await open(browser, server, { viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(600_000);
  const at = (name) => page.goto(`${server.origin}/#/study/${encodeURIComponent(invented)}/${name}`);

  await at("evidence");
  const row = page.locator(".clues tbody tr").nth(1);
  await row.waitFor();
  await page.locator(".who input").first().fill("Aigul");
  await page.locator(".who button").first().click();
  await row.locator("input").first().fill("0.6 0.8 0.9");
  await page.locator(".results tbody tr", { hasText: "Aigul" }).waitFor();
  await row.locator("details.why summary").first().click();
  await row.locator("textarea").first().fill("The order was given before the message came.");
  await row.locator("summary.given").waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, "serve-evidence.png") });

  await at("study");
  await page.getByRole("button", { name: "Run the study" }).click();
  await page.getByText("All results are those of the study as it stands.").waitFor();
  await page.getByRole("button", { name: "New proposition" }).click();
  const form = page.locator(".proposition-form");
  await form.getByLabel("Short name").fill("P1");
  await form.getByLabel("What is claimed").first().fill("In the votes it stood nearer to Russia than to China.");
  await form.locator("fieldset select").nth(1).selectOption("shares");
  await form.getByLabel("Number of that analysis").fill("difference.RUS-CHN.2005-2016");
  await form.getByLabel("Kind of test").selectOption("above");
  await form.getByText("The last run has this number already.").waitFor();
  await form.locator(".diff").waitFor();
  await form.getByLabel("Number of that analysis").scrollIntoViewIfNeeded();
  await page.waitForTimeout(1000);
  await page.locator(".part").evaluate((part) => (part.style.maxHeight = "none"));
  await page.locator(".part").screenshot({ path: join(folder, "serve-proposition.png") });
  await context.close();
} finally {
  await browser.close();
  await server.end();
}
