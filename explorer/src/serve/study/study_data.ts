/** What the server tells of a study. */
import type { Problem } from "../message.tsx";
import type { LocalText } from "../words.ts";

export interface Parameter {
  name: string;
  kind: "integer" | "real" | "text" | "label" | "span" | "spans" | "texts" | "numbers";
  meaning: LocalText;
  choices: string[];
  standard: string | null;
  least?: number;
  most?: number;
  written: unknown;
}

export interface StudyData {
  key: string;
  role: string;
  line: number;
  files: string[];
  result: string;
  state?: "raw" | "file" | "folder" | "missing";
  why?: string;
  columns: [string, string][];
  note: LocalText;
}

export interface Analysis {
  id: string;
  method: string;
  title: LocalText;
  line: number;
  data: string[];
  parameters: Parameter[];
}

export interface DeclaredTest {
  /** By which an edit names it: "proposition.P2.test.1". */
  path: string;
  part: "test" | "if" | "then";
  analysis: string;
  quantity: string;
  criterion: string;
  /** What it asks for, in words. */
  words: LocalText;
  weight: number;
  line: number;
  data_seen: boolean;
  opposite_means: LocalText;
  absolute_because: LocalText;
}

export interface Proposition {
  id: string;
  text: LocalText;
  line: number;
  theory: string;
  topic: string;
  would_change: LocalText;
  expects: Record<string, string>;
  expects_seen: boolean;
  tests: DeclaredTest[];
}

export interface Pole {
  id: string;
  name: LocalText;
  members: string[];
}

export interface Overview {
  version: string;
  problems: Problem[];
  id?: string;
  focus?: string;
  title?: LocalText;
  years?: [number, number];
  comparison?: string[];
  poles?: Pole[];
  data?: StudyData[];
  analyses?: Analysis[];
  propositions?: Proposition[];
  choices?: { id: string; name: LocalText }[];
}

export type Freshness = "fresh" | "stale" | "failed" | "missing" | "not run";

export interface Part {
  kind: string;
  id: string;
  state: Freshness;
  because: string[] | null;
  why: string[] | null;
}

export interface Run {
  phase: "idle" | "running" | "done" | "failed" | "stopped";
  number: number;
  command: string;
  step: string;
  analysis: string;
  finished: string[];
  done: number;
  total: number;
  seconds: number;
  said: string[];
}

export interface Edit {
  kind?: "set" | "remove" | "add";
  path: string;
  value: string;
}

export interface Edited {
  text: string;
  version: string;
  changes: { line: number; before: string[]; after: string[] }[];
  problems: Problem[];
}

/** A value as TOML writes it. */
export function tomlValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value).map(([key, one]) => `${/^[\w-]+$/.test(key) ? key : tomlValue(key)} = ${tomlValue(one)}`).join(", ")} }`;
  // JSON escapes what TOML escapes, but for the character DEL.
  return JSON.stringify(String(value)).replace(/\u007f/g, "\\u007F");
}

/** What was typed for a parameter, as TOML; nothing where it is not of its kind. An empty text takes the parameter away. */
export function tomlOfParameter(parameter: Parameter, typed: string): string | null {
  const text = typed.trim();
  const number = Number(text);
  switch (parameter.kind) {
    case "integer":
      return /^-?\d+$/.test(text) ? text : null;
    case "real":
      return text !== "" && Number.isFinite(number) ? String(number) : null;
    case "spans":
      return tomlValue(text.split(/[,;\s]+/).filter((one) => one !== ""));
    case "texts":
    case "numbers": {
      const entries = text.split(/[,;\n]+/).map((one) => one.split("=").map((part) => part.trim()));
      if (entries.some((one) => one.length !== 2 || one[0] === "" || (parameter.kind === "numbers" && (one[1] === "" || !Number.isFinite(Number(one[1])))))) return null;
      return tomlValue(Object.fromEntries(entries.map(([key, value]) => [key, parameter.kind === "numbers" ? Number(value) : value])));
    }
    default:
      return tomlValue(text);
  }
}

/** How a written value is shown in a box. */
export function shownParameter(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object") return Object.entries(value as Record<string, unknown>).map(([key, one]) => `${key} = ${String(one)}`).join(", ");
  return String(value);
}
