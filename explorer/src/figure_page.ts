import { download, make, spoken } from "./controls.ts";
import type { Figure, FigureData } from "./figure_data.ts";
import { figureCsv } from "./figure_csv.ts";
import { kindsOf } from "./fragility_strip.ts";
import { Messages } from "./messages.ts";
import { picture } from "./picture.ts";
import { firstModel, modelsOf } from "./solution_chart.ts";
import { svgFile } from "./svg_text.ts";
import { setName, setsOf } from "./xy_plot.ts";

/** A figure's place in the page: draws it at the width there is, again when width or language change. */
export class FigurePlace {
  readonly figure: Figure;
  readonly element: HTMLElement;
  readonly ground: HTMLElement;
  private readonly data: FigureData;
  private width = 0;
  private other: string | null = null;
  messages: Messages;
  private nameSets: () => void = () => undefined;
  /** Called after each drawing. */
  drawn: (svg: SVGSVGElement) => void = () => undefined;

  constructor(element: HTMLElement, figure: Figure, data: FigureData, messages: Messages) {
    this.element = element;
    this.figure = figure;
    this.data = data;
    this.messages = messages;
    this.ground = element.querySelector<HTMLElement>(".drawing")!;
    const tools = make("div", { class: "figure-tools" });
    if (["balance", "positions", "closer", "hedge"].includes(figure.kind)) tools.append(this.comparisonChoice());
    if (figure.kind === "solution") tools.append(this.setChoice(modelsOf(figure), firstModel(figure), "control.model"));
    if (figure.kind === "xy") tools.append(this.setChoice(setsOf(figure), firstModel(figure), "control.set"));
    if (figure.kind === "fragility") tools.append(this.setChoice(kindsOf(figure), kindsOf(figure)[0] ?? "", "control.solution"));
    const svg = spoken("button", "control.svg", { type: "button", class: "download-svg" });
    svg.addEventListener("click", () => this.downloadSvg());
    const csv = spoken("button", "control.csv", { type: "button", class: "download-csv" });
    csv.addEventListener("click", () => download(`${figure.id}.csv`, "text/csv;charset=utf-8", figureCsv(figure)));
    tools.append(svg, csv);
    this.ground.after(tools);
    new ResizeObserver(() => this.redraw(false)).observe(this.ground);
  }

  private comparisonChoice(): HTMLElement {
    const id = `compare-${this.figure.id}`;
    const select = make("select", { id });
    select.append(spoken("option", "control.none", { value: "" }));
    const state = Math.max(this.figure.columns.indexOf("state"), this.figure.columns.indexOf("who"));
    const present = new Set(this.figure.rows.map((row) => row[state]));
    for (const code of this.data.study.comparison) if (present.has(code)) select.append(make("option", { value: code, "data-state": code }));
    select.addEventListener("change", () => {
      this.other = select.value || null;
      this.redraw(true);
    });
    return make("span", { class: "choice" }, spoken("label", "control.compare", { for: id }), select);
  }

  /** One of the sets that the figure holds; the first shown is the one the picture chooses by itself. */
  private setChoice(keys: readonly string[], first: string, label: string): HTMLElement {
    const id = `choose-${this.figure.id}`;
    const select = make("select", { id });
    for (const key of keys) select.append(make("option", { value: key }));
    select.value = first;
    this.nameSets = () => {
      for (const option of Array.from(select.options)) option.textContent = this.figure.kind === "fragility" ? this.messages.word("solution.", option.value) : setName(this, option.value);
    };
    this.nameSets();
    select.addEventListener("change", () => {
      this.other = select.value;
      this.redraw(true);
    });
    return make("span", { class: "choice" }, spoken("label", label, { for: id }), select);
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.nameSets();
    this.redraw(true);
  }

  redraw(always: boolean): void {
    const width = Math.floor(this.ground.clientWidth);
    if (width < 50 || (!always && Math.abs(width - this.width) < 4)) return;
    this.width = width;
    const svg = picture({ data: this.data, messages: this.messages, document, width: Math.max(300, width) }, this.figure, this.other);
    this.ground.replaceChildren(svg);
    this.drawn(svg);
  }

  private downloadSvg(): void {
    // Drawn anew at the width of a page, whatever the width of the screen.
    const svg = picture({ data: this.data, messages: this.messages, document, width: 980 }, this.figure, this.other);
    const markup = new XMLSerializer().serializeToString(svg);
    download(`${this.figure.id}.${this.messages.language}.svg`, "image/svg+xml", svgFile(markup, Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))));
  }
}
