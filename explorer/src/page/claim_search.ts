import { make, spoken } from "./controls.ts";
import type { Messages } from "../figure/messages.ts";

/**
 * The claims are most of the page and few readers open them all: where scripts run their tables lie in `noscript` as
 * text, and become elements when they are looked into.
 */
function unfold(part: ParentNode): void {
  for (const folded of Array.from(part.querySelectorAll("noscript"))) {
    folded.replaceWith(document.createRange().createContextualFragment(folded.textContent ?? ""));
  }
}

/** The element of this id, unfolded if it is a claim that still lies folded. */
export function unfoldedElement(id: string): HTMLElement | null {
  const folded = Array.from(document.querySelectorAll("#claims noscript")).find((part) => part.textContent?.includes(` id="${id}"`));
  if (folded?.parentElement) unfold(folded.parentElement);
  return document.getElementById(id);
}

/** A search over all rows of the claims tables; groups without a match disappear, analyses with one open. */
export class ClaimSearch {
  private rows: { row: HTMLTableRowElement; text: string }[] = [];
  private readonly input = make("input", { type: "search", id: "claim-search", autocomplete: "off" });
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly section: HTMLElement;
  private messages: Messages;

  constructor(section: HTMLElement, messages: Messages) {
    this.section = section;
    this.messages = messages;
    // `toggle` does not bubble.
    section.addEventListener("toggle", (event) => unfold(event.target as HTMLElement), { capture: true });
    const form = make("form", { class: "filters" }, make("div", { class: "filter-line" }, make("span", { class: "choice" }, spoken("label", "control.search_claims", { for: "claim-search" }), this.input)));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => this.search());
    section.querySelector("details")?.before(form, this.count);
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.search();
  }

  private readRows(): void {
    unfold(this.section);
    this.rows = Array.from(this.section.querySelectorAll<HTMLTableRowElement>("tr[id]")).map((row) => {
      const heading = row.parentElement?.querySelector(".claim-group")?.textContent ?? "";
      return { row, text: `${row.textContent ?? ""} ${heading}`.toLowerCase() };
    });
  }

  private search(): void {
    const words = this.input.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    if (this.rows.length === 0) {
      if (words.length === 0) return;
      this.readRows();
    }
    let found = 0;
    for (const { row, text } of this.rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) found += 1;
    }
    for (const body of Array.from(this.section.querySelectorAll("tbody"))) {
      body.hidden = body.querySelector("tr[id]:not([hidden])") === null;
    }
    for (const details of Array.from(this.section.querySelectorAll<HTMLDetailsElement>("details.claims-of"))) {
      const any = details.querySelector("tr[id]:not([hidden])") !== null;
      details.hidden = !any;
      if (words.length > 0) details.open = any;
    }
    this.count.textContent = words.length === 0 ? "" : this.messages.say("claims.shown", { n: found });
  }
}
