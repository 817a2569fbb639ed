/** What the server tells of coding, as src/serve/coding/coding_json.hpp writes it. Positions are Unicode code points. */

export interface StudyDocument {
  id: string;
  about: string;
  language: string;
  length: number;
  focus: boolean;
}

export interface Code {
  key: string;
  version: number;
  code: string;
  parent: string;
  color: string;
  description: string;
  memo: string;
  codings: number;
}

export interface Coding {
  key: string;
  version: number;
  doc: string;
  start: number;
  end: number;
  coder: string;
  code: string;
  memo: string;
  /** The text was changed since: found again by its words, or without a sure place in it. */
  where?: "moved" | "lost";
  /** The words that were coded, where they stand elsewhere now; empty: not known. */
  words?: string;
}

export interface Task {
  coder: string;
  doc: string;
  place: number;
  double: boolean;
}

export interface Coders {
  who: string;
  coders: string[];
  blind: boolean;
  tasks: Task[];
  finished: { coder: string; doc: string }[];
}

/** What can be undone and done again; the number of the newest change. */
export interface Standing {
  undo: string | null;
  redo: string | null;
  last: number;
}

export interface Desk {
  from: string;
  why_none: string;
  documents: StudyDocument[];
  fitting: number;
  codes: Code[];
  own: Record<string, number> | null;
  coders: Coders;
  standing: Standing;
}

export interface TextPiece {
  doc: string;
  from: number;
  to: number;
  length: number;
  hash: string;
  text: string;
  language?: string;
}

export interface DocumentCodings {
  doc: string;
  /** Of the text in which the codings are placed. */
  hash: string;
  codings: Coding[];
  sees_others: boolean;
  finished: boolean;
  memo: string;
  memo_version: number;
  standing: Standing;
}

export interface Done {
  act: number;
  what: string;
  codings: (Coding & { gone: boolean })[];
  documents: string[];
  kinds: string[];
  nothing?: boolean;
  standing: Standing;
}

export interface Changes {
  documents: string[];
  codes: boolean;
  coders: boolean;
  /** Of the text of the document that was asked about, as it is now. */
  hash: string | null;
  standing: Standing;
}

export interface Find {
  doc: string;
  start: number;
  end: number;
  before: string;
  found: string;
  after: string;
}

export interface Place extends Coding {
  text: string;
}

export interface PlacedCode {
  start: number;
  end: number;
  code: string;
  memo: string;
}

export interface Difference {
  kind: "code" | "extent" | "only";
  doc: string;
  start: number;
  end: number;
  text: string;
  coder_one: string;
  coder_other: string;
  ones: PlacedCode[];
  others: PlacedCode[];
}

export interface AgreementRow {
  statistic: string;
  basis: string;
  code: string | null;
  value: number | null;
  n_coders: number;
  characters: number;
  note: string | null;
}

export interface Act {
  number: number;
  when: string;
  who: string;
  what: string;
  state: "stands" | "undone" | "spent" | "undoing";
  undoes: number | null;
  changes: number;
}
