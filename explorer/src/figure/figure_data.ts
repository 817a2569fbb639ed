/** What the C++ side (src/report/figure_data.cpp) writes: columns and rows of each figure, names, messages. */
import type { Extras, Kind, Rows } from "../../generated/figure_rows.ts";

export type { Kind, Rows };

export type Language = "en" | "kk" | "ru";
export const languages: readonly Language[] = ["en", "kk", "ru"];
export type LocalText = Record<Language, string>;

export type Cell = string | number | boolean | null | string[];

/** A figure of one kind. What its columns and further fields are stands in figures/<kind>.json. */
export type FigureOf<K extends Kind> = Extras[K] & {
  id: string;
  kind: K;
  title: LocalText;
  description: LocalText;
  columns: string[];
  rows: Cell[][];
};
export type Figure = { [K in Kind]: FigureOf<K> }[Kind];

export interface Pole {
  id: string;
  name: LocalText;
  members: string[];
}

export interface OriginSource {
  short: string;
  citation: string;
  url?: string;
  coverage?: string;
  licence?: string;
}

/** Where the numbers of a figure come from. */
export interface Origin {
  commands: string[];
  files: { path: string; sha256: string }[];
  sources: OriginSource[];
}

export interface FigureData {
  study: { id: string; focus: string; version: string; title: LocalText; comparison: string[] };
  poles: Pole[];
  names: Record<string, LocalText>;
  figures: Figure[];
  /** By the id of the figure; a figure drawn by a single command has none. */
  origins?: Record<string, Origin>;
  messages: Record<Language, Record<string, string>>;
}

/** The data as a report carries them: the cells column by column, as which they pack to half. */
type PageFigure = Omit<Figure, "rows"> & { cells: Cell[][] };

export function figureDataOf(packed: string): FigureData {
  const data = JSON.parse(packed) as Omit<FigureData, "figures"> & { figures: PageFigure[] };
  const figures = data.figures.map(({ cells, ...figure }) => ({ ...figure, rows: (cells[0] ?? []).map((_, i) => cells.map((column) => column[i]!)) }) as unknown as Figure);
  return { ...data, figures };
}

/** The rows of a figure as objects. */
export function records<K extends Kind>(figure: FigureOf<K>): Rows[K][] {
  return figure.rows.map((cells) => Object.fromEntries(figure.columns.map((name, i) => [name, cells[i]])) as unknown as Rows[K]);
}
