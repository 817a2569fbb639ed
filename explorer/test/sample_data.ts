/** A few rows of each kind of figure, with the messages of all catalogues: what a report carries, made small. */
import { readdirSync, readFileSync } from "node:fs";
import { languages, type FigureData, type FigureOf, type Kind, type Language } from "../src/figure/figure_data.ts";

/** The tests run in the folder of package.json. */
function catalogues(language: Language): Record<string, string> {
  const folder = `../locale/${language}`;
  return Object.assign({}, ...readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Record<string, string>)) as Record<string, string>;
}

const messages = Object.fromEntries(languages.map((language) => [language, catalogues(language)])) as FigureData["messages"];

export function sampleData(): FigureData {
  const data = JSON.parse(readFileSync("test/sample_figures.json", "utf8")) as Omit<FigureData, "messages">;
  return { ...data, messages };
}

export function sampleFigure<K extends Kind>(kind: K): FigureOf<K> {
  return sampleData().figures.find((figure) => figure.kind === kind) as unknown as FigureOf<K>;
}
