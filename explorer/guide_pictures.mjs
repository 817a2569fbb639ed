// Follows the guide (docs/guide) in each language as a newcomer would, and takes its pictures: node guide_pictures.mjs FOLDER [LANGUAGE..].
// Names of buttons and fields are those that the guide has in bold: what it says is what is pressed.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { begin, launch, open, speak } from "./test/served.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const data = "studies/kazakhstan/data";

/** Names that the guide of a language has in bold. */
export const boldNames = (language) => new Set([...readFileSync(join(checkout, `docs/guide/${language}.md`), "utf8").matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, name]) => name));

/** What the pages call a key, and the guide as well. @throws Error where the guide calls it otherwise */
function wordsOf(language) {
  const catalogue = JSON.parse(readFileSync(join(checkout, `locale/${language}/serve.json`), "utf8"));
  const bold = boldNames(language);
  const named = (key, values = {}) => {
    let name = catalogue[`serve.${key}`];
    for (const [word, value] of Object.entries(values)) name = name.replace(`{${word}}`, value);
    if (!bold.has(name)) throw new Error(`the guide (${language}) does not name '${name}'`);
    return name;
  };
  return { say: named, unquoted: (key) => catalogue[`serve.${key}`] };
}

const typed = {
  en: { focus: "Uzb", poles: [["Russia"], ["China"], ["United States", "United Kingdom", "Germany", "France"]], others: ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan"], west: "West", germany: "Germany" },
  ru: { focus: "Узб", poles: [["Россия"], ["Китай"], ["США", "Великобритания", "Германия", "Франция"]], others: ["Казахстан", "Кыргызстан", "Таджикистан", "Туркменистан"], west: "Запад", germany: "Германия" },
  kk: { focus: "Өзб", poles: [["Ресей"], ["Қытай"], ["АҚШ", "Ұлыбритания", "Германия", "Франция"]], others: ["Қазақстан", "Қырғызстан", "Тәжікстан", "Түрікменстан"], west: "Батыс", germany: "Германия" },
};

/** The whole guide in one language. @param picture called with a name at each place that has one */
export async function followGuide(browser, language, picture) {
  const server = await begin(["studies/mongolia", ...["institution_memberships.csv", "institutions.csv", "indicators.csv"].map((name) => `${data}/${name}`)]);
  try {
    return await followed(browser, server, language, picture);
  } finally {
    await server.end();
  }
}

async function followed(browser, server, language, picture) {
  const { say, unquoted } = wordsOf(language);
  const words = typed[language];
  const { context, page, trouble } = await open(browser, server, { viewport: { width: 1200, height: 760 } });
  const press = (name, exact = true) => page.getByRole("button", { name, exact }).first().click();
  const take = async (field, names) => {
    for (const name of names) {
      await page.getByRole("combobox", { name: field, exact: true }).focus();
      await page.keyboard.type(name);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
    }
  };
  await speak(page, language);
  await page.locator(".studies li").first().waitFor();
  await picture(page, "start");

  await page.getByRole("link", { name: say("new_study") }).click();
  await page.getByLabel(say("study_folder")).fill("uzbekistan");
  await take(say("focus"), [words.focus]);
  for (const [index, names] of words.poles.entries()) await take(say("pole_members", { n: index + 1 }), names);
  await page.getByLabel(say("pole_name")).fill("WEST");
  await page.locator(".years input").nth(0).fill("1992");
  await page.locator(".years input").nth(1).fill("2024");
  await take(say("comparison"), words.others);
  await press(say("files_of_folder"));
  for (const name of ["studies/", "kazakhstan/", "data/", "institution_memberships.csv", "institutions.csv", "indicators.csv"]) await press(name);
  await page.locator("pre.toml").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, "new");
  await press(say("write_study"));

  await press(say("run"));
  await page.locator(".card .state.fresh").nth(8).waitFor();
  await page.locator("button.card").filter({ hasText: "network.bridge" }).click();
  await press(say("show_result"));
  await page.locator(".part table").first().waitFor();
  await page.evaluate(() => (scrollTo(0, 0), document.querySelector(".part").scrollTo(0, 0)));
  await picture(page, "study");

  await page.getByRole("link", { name: say("page_report"), exact: true }).click();
  const report = page.frameLocator("iframe.report");
  await report.locator("h1").first().waitFor();
  await page.waitForTimeout(2500); // the report's script unpacks
  await report.locator("main a.claim:visible").first().click();
  await page.locator(".claim-panel table").first().waitFor();
  await page.locator(".claim-panel h3").first().scrollIntoViewIfNeeded();
  await picture(page, "claim");
  await page.locator(".claim-panel > button").first().click();

  const west = page.locator(".states").filter({ hasText: say("members_of", { pole: words.west }) });
  await west.locator(".chip").filter({ hasText: words.germany }).getByRole("button").click();
  await press(say("try"));
  await page.locator(".switch button[aria-pressed=true]").getByText(say("after")).waitFor();
  await page.locator(".controls table").first().waitFor();
  await page.waitForTimeout(1500);
  await picture(page, "trial");
  await page.getByText(say("keep_choice")).click();
  await page.locator(".controls details[open] input").last().fill("1");
  await page.locator(".controls details[open] textarea").last().fill("1");
  await press(say("show_lines"));
  await press(say("write_choice"));
  await page.locator(".diff").waitFor({ state: "detached" });
  await page.getByRole("link", { name: unquoted("page_study"), exact: true }).click();
  await page.getByText(unquoted("all_fresh")).waitFor();

  await page.getByRole("link", { name: say("page_file"), exact: true }).click();
  await page.locator("textarea.toml").waitFor();
  await page.getByRole("button", { name: say("save") }).waitFor();
  await page.getByRole("link", { name: say("page_tables"), exact: true }).click();
  await page.getByRole("link", { name: "data/indicators.csv" }).click();
  await page.locator("canvas").waitFor();
  await page.locator("canvas").scrollIntoViewIfNeeded();
  await picture(page, "tables");

  await page.getByRole("link", { name: say("page_report"), exact: true }).click();
  await page.getByText(say("take_along")).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: say("report_file") }).click();
  const name = (await download).suggestedFilename();
  if (name !== "uzbekistan-report.html") throw new Error(`the report came as ${name}`);
  await press(say("write_crate"));
  await page.locator(".take-along [role=status] code").waitFor();
  await context.close();
  return trouble;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...languages] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const browser = await launch();
  for (const language of languages.length > 0 ? languages : ["en", "kk", "ru"])
    await followGuide(browser, language, async (page, name) => {
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${language}.png`) });
    });
  await browser.close();
}
