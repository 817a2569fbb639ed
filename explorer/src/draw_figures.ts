/**
 * Writes the figures of a study as SVG files: `node figures.mjs DATA.json FOLDER [LANGUAGE]`; `-` reads the data from
 * standard input. Prints the names of the files.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { languages, type FigureData, type Language } from "./figure/figure_data.ts";
import { figureCsv } from "./figure/figure_csv.ts";
import { Messages } from "./figure/messages.ts";
import { picture } from "./figure/figure_kind.ts";
import * as kinds from "./kinds.ts";
import { csvMetadata, originLine, originOf, svgMetadata } from "./figure/origin.ts";
import { svgFile } from "./figure/svg_text.ts";

const pageWidth = 980;

function main(): void {
  const [, , source = "-", folder = ".", language = "en"] = process.argv;
  if (!languages.includes(language as Language)) throw new Error(`no language '${language}'; use ${languages.join(", ")}`);
  const data = JSON.parse(readFileSync(source === "-" ? 0 : source, "utf8")) as FigureData;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const messages = new Messages(data, language as Language);
  mkdirSync(folder, { recursive: true });
  for (const figure of data.figures) {
    if (figure.rows.length === 0) continue;
    const svg = picture(kinds, { data, messages, document: document as unknown as Document, width: pageWidth }, figure);
    const name = `${figure.id}.${language}.svg`;
    writeFileSync(join(folder, name), svgFile(svg.outerHTML, Number(svg.getAttribute("width")), Number(svg.getAttribute("height")), svgMetadata(figure, data)));
    const origin = originOf(figure, data);
    writeFileSync(join(folder, `${figure.id}.csv`), figureCsv(figure, origin && originLine(origin, data)));
    writeFileSync(join(folder, `${figure.id}.csv-metadata.json`), csvMetadata(figure, data));
    process.stdout.write(`${name}\n${figure.id}.csv\n${figure.id}.csv-metadata.json\n`);
  }
}

main();
