import { records, type FigureData, type Rows } from "../figure/figure_data.ts";
import type { Place } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { make, speak, spoken } from "../page/controls.ts";
import { unfoldedEvent, wantedEvent } from "../page/folds.ts";
import { everything, matches, type EventFilter, type FilteredEvent } from "./event_filter.ts";

interface PageEvent extends FilteredEvent {
  row: Rows["timeline"];
  item: HTMLElement | null;
  shown: boolean;
}

/** Filters, choice by mouse and keyboard, and the details of the chosen event. */
export class TimelinePage {
  private readonly place: Place<"timeline">;
  private readonly events: PageEvent[];
  private readonly details = make("div", { class: "event-details", role: "status" });
  private readonly count = make("p", { class: "count", role: "status" });
  private readonly form: HTMLFormElement;
  private filter: EventFilter = everything;
  private chosen: PageEvent | null = null;
  private messages: Messages;

  constructor(place: Place<"timeline">, data: FigureData, messages: Messages) {
    this.place = place;
    this.messages = messages;
    this.events = records(place.figure)
      .sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0))
      .map((row) => {
        return { row, item: null, tags: row.tags, confidence: row.confidence, conflict: row.conflict, shown: true, searchable: "" };
      });
    this.findItems();
    this.form = this.filterForm(data);
    place.ground.before(this.form, this.count);
    place.ground.after(this.details);
    const { ground } = place;
    ground.tabIndex = 0;
    ground.setAttribute("role", "group");
    ground.dataset.label = "timeline.keys";
    ground.addEventListener("keydown", (event) => this.key(event));
    ground.addEventListener("click", (event) => this.choose(this.at(event.target)));
    ground.addEventListener("mouseover", (event) => {
      const found = this.at(event.target);
      if (found) this.choose(found);
    });
    place.drawn = () => {
      // The list below follows the filters: it has to be there.
      for (const packed of Array.from(document.querySelectorAll(".events > .folded"))) packed.dispatchEvent(new Event(wantedEvent, { bubbles: true }));
      this.show();
    };
    document.addEventListener(unfoldedEvent, (event) => {
      if (!(event.target instanceof Element) || !event.target.matches(".events")) return;
      this.findItems();
      this.show();
    });
  }

  /** The entries of the list; some may still lie packed. */
  private findItems(): void {
    for (const event of this.events) {
      event.item ??= document.querySelector<HTMLElement>(`[data-event="${event.row.id}"].event`);
      event.searchable = `${event.item?.textContent ?? event.row.title} ${event.row.edtf}`.toLowerCase();
    }
  }

  speak(messages: Messages): void {
    this.messages = messages;
    for (const label of Array.from(this.form.querySelectorAll<HTMLElement>("[data-tag]"))) label.textContent = messages.word("tag.", label.dataset.tag!);
    for (const option of Array.from(this.form.querySelectorAll<HTMLElement>("[data-confidence]"))) option.textContent = messages.word("confidence.", option.dataset.confidence!);
    this.show();
  }

  private at(target: EventTarget | null): PageEvent | null {
    const id = target instanceof Element ? target.closest("[data-event]")?.getAttribute("data-event") : null;
    return this.events.find((event) => event.row.id === id && event.shown) ?? null;
  }

  private filterForm(data: FigureData): HTMLFormElement {
    const form = make("form", { class: "filters" });
    const own = this.place.figure.id; // a report may hold several timelines
    const counts = new Map<string, number>();
    for (const event of this.events) for (const tag of event.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const poles = data.poles.map((pole) => pole.id);
    const rank = (tag: string): number => (poles.includes(tag) ? 1000 - poles.indexOf(tag) : counts.get(tag)! / 1000);
    const tags = [...counts.keys()].sort((a, b) => rank(b) - rank(a));
    const search = make("input", { type: "search", id: `event-search-${own}`, name: "text", autocomplete: "off" });
    const confidence = make("select", { id: `event-confidence-${own}`, name: "confidence" }, spoken("option", "control.all", { value: "" }));
    for (const level of ["high", "medium", "low"]) confidence.append(make("option", { value: level, "data-confidence": level }));
    const conflicts = make("input", { type: "checkbox", id: `event-conflicts-${own}`, name: "conflicts" });
    const boxes = make("div", { class: "tag-boxes" });
    for (const tag of tags) {
      const id = `event-tag-${own}-${tag}`;
      boxes.append(make("span", { class: "tag-box" }, make("input", { type: "checkbox", id, name: "tag", value: tag }), make("label", { for: id, "data-tag": tag })));
    }
    form.append(
      make("div", { class: "filter-line" },
        make("span", { class: "choice" }, spoken("label", "control.search_events", { for: `event-search-${own}` }), search),
        make("span", { class: "choice" }, spoken("label", "control.confidence", { for: `event-confidence-${own}` }), confidence),
        make("span", { class: "choice" }, conflicts, spoken("label", "control.conflicts_only", { for: `event-conflicts-${own}` })),
        spoken("button", "control.reset", { type: "reset" })),
      make("fieldset", {}, spoken("legend", "control.tags"), boxes));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.read());
    form.addEventListener("reset", () => setTimeout(() => this.read(), 0));
    return form;
  }

  private read(): void {
    const values = new FormData(this.form);
    this.filter = {
      tags: new Set(values.getAll("tag").map(String)),
      text: String(values.get("text") ?? ""),
      confidence: String(values.get("confidence") ?? ""),
      conflictsOnly: values.get("conflicts") !== null,
    };
    this.show();
  }

  /** Brings picture, list and count in line with filter and choice. */
  private show(): void {
    for (const event of this.events) {
      event.shown = matches(event, this.filter);
      if (event.item) event.item.hidden = !event.shown;
    }
    const shown = new Set(this.events.filter((event) => event.shown).map((event) => event.row.id));
    for (const mark of Array.from(this.place.ground.querySelectorAll("[data-event]"))) {
      const id = mark.getAttribute("data-event")!;
      mark.classList.toggle("filtered-out", !shown.has(id));
      mark.classList.toggle("chosen", id === this.chosen?.row.id);
    }
    this.count.textContent = this.messages.say("timeline.shown", { n: shown.size, total: this.events.length });
    this.describe();
  }

  private choose(event: PageEvent | null): void {
    if (!event || event === this.chosen) return;
    this.chosen = event;
    this.show();
  }

  private describe(): void {
    const event = this.chosen;
    if (!event) {
      this.details.replaceChildren(spoken("p", "timeline.hint", { class: "quiet" }));
    } else {
      const date = event.item?.querySelector(".date")?.textContent ?? event.row.edtf;
      const text = event.item?.querySelector("details > p")?.textContent ?? "";
      const open = spoken("a", "timeline.open", { href: `#event-${event.row.id}` });
      open.addEventListener("click", () => event.item?.querySelector("details")?.setAttribute("open", ""));
      this.details.replaceChildren(
        make("p", {}, make("span", { class: "date" }, date), " ", make("strong", {}, this.messages.state(event.row.title))),
        make("p", { lang: "en" }, text),
        make("p", { class: "quiet" }, ...(event.conflict ? [make("span", { class: "conflict" }, this.messages.say("timeline.conflict")), " "] : []), open));
    }
    speak(this.details, this.messages);
  }

  private key(event: KeyboardEvent): void {
    const shown = this.events.filter((each) => each.shown);
    if (shown.length === 0) return;
    const position = this.chosen ? shown.indexOf(this.chosen) : -1;
    const goals: Record<string, number> = { ArrowRight: position + 1, ArrowDown: position + 1, ArrowLeft: position - 1, ArrowUp: position - 1, Home: 0, End: shown.length - 1 };
    const goal = goals[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      this.choose(shown[Math.min(shown.length - 1, Math.max(0, goal))]!);
    } else if (event.key === "Enter" && this.chosen?.item) {
      event.preventDefault();
      const list = this.chosen.item.querySelector("details");
      list?.setAttribute("open", "");
      this.chosen.item.querySelector("summary")?.focus();
    }
  }
}
