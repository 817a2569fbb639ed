/** A small study with a figure of each kind (samples/<kind>.json) and the messages of all catalogues: what a report carries. */
import { readdirSync, readFileSync } from "node:fs";
import { languages, type Cell, type Figure, type FigureData, type FigureOf, type Kind, type Language, type Rows } from "../src/figure/figure_data.ts";
import type { FigureKind } from "../src/figure/figure_kind.ts";
import { Messages } from "../src/figure/messages.ts";

/** What the files of a folder hold. The tests run in the folder of package.json. */
function contents<Content>(folder: string): Content[] {
  return readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Content);
}

function catalogues(language: Language): Record<string, string> {
  return Object.assign({}, ...contents<Record<string, string>>(`../locale/${language}`)) as Record<string, string>;
}

const messages = Object.fromEntries(languages.map((language) => [language, catalogues(language)])) as FigureData["messages"];

export function sampleData(): FigureData {
  const study = JSON.parse(readFileSync("test/sample_study.json", "utf8")) as Pick<FigureData, "study" | "poles" | "names">;
  return { ...study, figures: contents<Figure>("test/samples"), messages };
}

export function sampleFigure<K extends Kind>(kind: K): FigureOf<K> {
  return sampleData().figures.find((figure) => figure.kind === kind) as unknown as FigureOf<K>;
}

/** The sample of a kind with other rows; what a row does not say is null. */
export function figureWith<K extends Kind>(kind: K, rows: readonly Partial<Rows[K]>[], extras: Partial<FigureOf<K>> = {}): FigureOf<K> {
  const figure = sampleFigure(kind);
  return { ...figure, ...extras, rows: rows.map((row) => figure.columns.map((name) => (row as Record<string, Cell>)[name] ?? null)) };
}

/** What a kind finds in a figure, in English. */
export function foundIn<K extends Kind>(kind: FigureKind<K>, figure: FigureOf<K>): string {
  const data = sampleData();
  return kind.finding!(figure, data, new Messages(data, "en"));
}
