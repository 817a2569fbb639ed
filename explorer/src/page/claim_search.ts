import { make, spoken } from "./controls.ts";
import type { Messages } from "../figure/messages.ts";

/** A search over all rows of the claims tables; groups without a match disappear, analyses with one open. */
export class ClaimSearch {
  private readonly rows: { row: HTMLTableRowElement; text: string }[];
  private readonly input = make("input", { type: "search", id: "claim-search", autocomplete: "off" });
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly section: HTMLElement;
  private messages: Messages;

  constructor(section: HTMLElement, messages: Messages) {
    this.section = section;
    this.messages = messages;
    this.rows = Array.from(section.querySelectorAll<HTMLTableRowElement>("tr[id]")).map((row) => {
      const heading = row.parentElement?.querySelector(".claim-group")?.textContent ?? "";
      return { row, text: `${row.textContent ?? ""} ${heading}`.toLowerCase() };
    });
    const form = make("form", { class: "filters" }, make("div", { class: "filter-line" }, make("span", { class: "choice" }, spoken("label", "control.search_claims", { for: "claim-search" }), this.input)));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => this.search());
    section.querySelector("details")?.before(form, this.count);
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.search();
  }

  private search(): void {
    const words = this.input.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
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
