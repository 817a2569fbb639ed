import { make, spoken } from "./controls.ts";
import { unfoldedEvent, type Folds } from "./folds.ts";
import { shownText } from "./row_blocks.ts";
import type { Messages } from "../figure/messages.ts";

interface ClaimRow {
  id: string;
  text: string;
}

/** The claims of one analysis. */
interface Entry {
  details: HTMLDetailsElement;
  rows: ClaimRow[];
  /** Ids of the rows that are found; null while nothing is looked for. */
  found: Set<string> | null;
}

/** The rows of a table of claims, each with the heading of its group. */
export function claimRows(markup: string): ClaimRow[] {
  const rows: ClaimRow[] = [];
  let heading = "";
  for (const piece of markup.split("<tr ").slice(1)) {
    const text = shownText(`<tr ${piece}`).toLowerCase();
    const id = /^id="([^"]+)"/.exec(piece)?.[1];
    if (id === undefined) heading = text;
    else rows.push({ id, text: `${text} ${heading}` });
  }
  return rows;
}

/** A search over all rows of the claims tables; groups without a match disappear, analyses with one open. */
export class ClaimSearch {
  private entries: Entry[] = [];
  private readonly input = make("input", { type: "search", id: "claim-search", autocomplete: "off" });
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly folds: Folds;
  private readonly places: { details: HTMLDetailsElement; part: number }[];
  private messages: Messages;

  constructor(section: HTMLElement, folds: Folds, messages: Messages) {
    this.folds = folds;
    this.messages = messages;
    // Read before any of them has been unfolded.
    this.places = Array.from(section.querySelectorAll<HTMLDetailsElement>("details.claims-of"), (details) => ({ details, part: Number(details.querySelector<HTMLElement>(".folded")?.dataset.part) }));
    const form = make("form", { class: "filters" }, make("div", { class: "filter-line" }, make("span", { class: "choice" }, spoken("label", "control.search_claims", { for: "claim-search" }), this.input)));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => this.search());
    section.querySelector("details")?.before(form, this.count);
    section.addEventListener(unfoldedEvent, (event) => {
      const entry = this.entries.find(({ details }) => details === event.target);
      if (entry) this.show(entry);
    });
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.search();
  }

  private search(): void {
    const words = this.input.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    if (this.entries.length === 0) {
      if (words.length === 0) return;
      const parts = this.folds.known("claims");
      if (!parts) {
        void this.folds.parts("claims").then(() => this.search());
        return;
      }
      this.entries = this.places.map(({ details, part }) => ({ details, rows: claimRows(parts[part] ?? ""), found: null }));
    }
    let found = 0;
    for (const entry of this.entries) {
      entry.found = words.length === 0 ? null : new Set(entry.rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id));
      found += entry.found?.size ?? 0;
      this.show(entry);
    }
    this.count.textContent = words.length === 0 ? "" : this.messages.say("claims.shown", { n: found });
  }

  /** Brings the rows that are in the page in line with what is found. */
  private show({ details, found }: Entry): void {
    details.hidden = found?.size === 0;
    if (found) details.open = found.size > 0;
    for (const row of Array.from(details.querySelectorAll<HTMLTableRowElement>("tr[id]"))) row.hidden = found !== null && !found.has(row.id);
    for (const body of Array.from(details.querySelectorAll("tbody"))) body.hidden = body.querySelector("tr[id]:not([hidden])") === null;
  }
}
