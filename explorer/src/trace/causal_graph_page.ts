import { records, type Rows } from "../figure/figure_data.ts";
import type { Place, Speaker } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { make, speak, spoken } from "../page/controls.ts";
import { inOrder, shortDate } from "./graph_layout.ts";

type Row = Rows["causal_graph"];

/** An event with all that leads to it and all that it leads to, among these. */
export function onTheWay(rows: readonly Pick<Row, "id" | "causes">[], id: string): Set<string> {
  const way = new Set<string>();
  const causes = new Map(rows.map((row) => [row.id, row.causes]));
  const before = (each: string): void => {
    for (const cause of causes.get(each) ?? []) {
      if (!causes.has(cause) || way.has(cause)) continue;
      way.add(cause);
      before(cause);
    }
  };
  before(id);
  const behind = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const row of rows) {
      if (behind.has(row.id) || !row.causes.some((cause) => behind.has(cause))) continue;
      behind.add(row.id);
      grown = true;
    }
  }
  return new Set([...way, ...behind]);
}

/** Choice by mouse and keyboard: the ways through the chosen event stay in full colour, its links stand below. */
export class CausalGraphPage implements Speaker {
  private readonly place: Place<"causal_graph">;
  private readonly rows: Row[];
  private readonly details = make("div", { class: "event-details", role: "status" });
  private chosen: Row | null = null;
  private messages: Messages;

  constructor(place: Place<"causal_graph">, messages: Messages) {
    this.place = place;
    this.messages = messages;
    const rows = records(place.figure);
    this.rows = inOrder(rows.map((row) => ({ ...row, lane: 0, strong: false }))).map((event) => rows.find((row) => row.id === event.id)!);
    const { ground } = place;
    ground.after(this.details);
    ground.tabIndex = 0;
    ground.setAttribute("role", "group");
    ground.dataset.label = "causal_graph.keys";
    ground.addEventListener("keydown", (event) => this.key(event));
    ground.addEventListener("click", (event) => this.choose(this.at(event.target)));
    ground.addEventListener("mouseover", (event) => {
      const found = this.at(event.target);
      if (found) this.choose(found);
    });
    ground.addEventListener("mouseleave", () => this.choose(null));
    place.drawn = () => this.show();
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.show();
  }

  private at(target: EventTarget | null): Row | null {
    const id = target instanceof Element ? target.closest("[data-event]")?.getAttribute("data-event") : null;
    return this.rows.find((row) => row.id === id) ?? null;
  }

  private choose(row: Row | null): void {
    if (row === this.chosen) return;
    this.chosen = row;
    this.show();
  }

  private show(): void {
    const way = this.chosen ? onTheWay(this.rows, this.chosen.id) : null;
    const { ground } = this.place;
    for (const mark of Array.from(ground.querySelectorAll("[data-event]"))) mark.classList.toggle("off-way", way !== null && !way.has(mark.getAttribute("data-event")!));
    for (const line of Array.from(ground.querySelectorAll("[data-from]"))) {
      line.classList.toggle("off-way", way !== null && !(way.has(line.getAttribute("data-from")!) && way.has(line.getAttribute("data-to")!)));
    }
    this.describe();
  }

  private describe(): void {
    const row = this.chosen;
    if (!row) {
      this.details.replaceChildren(spoken("p", "causal_graph.hint", { class: "quiet" }));
    } else {
      const list = make("ul", { class: "links" });
      row.causes.forEach((cause, i) => list.append(this.link(`link.in.${row.types[i]}`, cause, row.bases[i]!)));
      for (const effect of this.rows) {
        const i = effect.causes.indexOf(row.id);
        if (i >= 0) list.append(this.link(`link.out.${effect.types[i]}`, effect.id, effect.bases[i]!));
      }
      this.details.replaceChildren(make("p", {}, make("span", { class: "date" }, shortDate(row.edtf)), " ", make("strong", {}, this.messages.state(row.title))), list);
    }
    speak(this.details, this.messages);
  }

  private link(key: string, id: string, basis: string): HTMLElement {
    const title = this.rows.find((row) => row.id === id)?.title ?? id;
    return make("li", {}, spoken("span", key), " ", make("span", {}, this.messages.state(title)), " ", make("span", { class: "quiet" }, this.messages.word("basis.", basis)));
  }

  private key(event: KeyboardEvent): void {
    const position = this.chosen ? this.rows.indexOf(this.chosen) : -1;
    const goals: Record<string, number> = { ArrowRight: position + 1, ArrowDown: position + 1, ArrowLeft: position - 1, ArrowUp: position - 1, Home: 0, End: this.rows.length - 1 };
    const goal = goals[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      this.choose(this.rows[Math.min(this.rows.length - 1, Math.max(0, goal))]!);
    } else if (event.key === "Escape") {
      this.choose(null);
    }
  }
}
