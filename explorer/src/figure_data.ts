/** What the C++ side (src/report/figure_data.cpp) writes: columns and rows of each figure, names, messages. */

export type Language = "en" | "kk" | "ru";
export const languages: readonly Language[] = ["en", "kk", "ru"];
export type LocalText = Record<Language, string>;

export type Cell = string | number | boolean | null | string[];

export interface Figure {
  id: string;
  kind: "balance" | "closeness" | "positions" | "closer" | "domains" | "hedge" | "similarity" | "timeline" | "solution" | "xy" | "fragility";
  title: LocalText;
  description: LocalText;
  columns: string[];
  rows: Cell[][];
  measures?: string[];
  /** Of comparisons: conditions in their order, and what is explained. */
  conditions?: string[];
  outcome?: string;
  /** The model, or set, shown first: "intermediate C1P1 2", "expression 1|A*~B". */
  model?: string;
  /** Of an XY plot: is the set claimed to be needed for the outcome, not to be enough for it? */
  necessity?: boolean;
}

export interface Pole {
  id: string;
  name: LocalText;
  members: string[];
}

export interface FigureData {
  study: { id: string; focus: string; version: string; title: LocalText; comparison: string[] };
  poles: Pole[];
  names: Record<string, LocalText>;
  figures: Figure[];
  messages: Record<Language, Record<string, string>>;
}

/** A state in one year, seen from one pole. Missing numbers are null, never zero. */
export interface ShareRow {
  state: string;
  year: number;
  domain: string;
  pole: string;
  closeness: number | null;
  closeness_q05: number | null;
  closeness_q95: number | null;
  share: number | null;
  share_q05: number | null;
  share_q95: number | null;
  p_nearest: number | null;
  n: number | null;
  flag: string;
}

export interface TimelineRow {
  id: string;
  edtf: string;
  earliest: string;
  latest: string;
  date_kind: string;
  title: string;
  tags: string[];
  quad: string;
  confidence: string;
  conflict: boolean;
}

/** The items of a cell that lists cases. */
export function listed(cell: Cell | undefined): string[] {
  if (Array.isArray(cell)) return cell;
  return cell === null || cell === undefined || cell === "" ? [] : [String(cell)];
}

/** Rows as objects; the caller names the type that the figure's kind promises. */
export function records<Row>(figure: Figure): Row[] {
  return figure.rows.map((cells) => Object.fromEntries(figure.columns.map((name, i) => [name, cells[i]])) as Row);
}
