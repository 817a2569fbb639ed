import { svgFile } from "../figure/svg_text.ts";
import { csvMetadata, originLine, originOf, svgMetadata } from "../figure/origin.ts";
import { figureCsv } from "../figure/figure_csv.ts";
import type { FigureData, FigureOf, Kind } from "../figure/figure_data.ts";
import type { Choice, FigureKind, Place } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { download, make, spoken } from "./controls.ts";

/** On paper: across the page, or in one of two columns, into which it is made smaller by the style sheet. */
const widthsInPrint = { page: 980, column: 560 };

/** A figure in the page: draws it at the width there is, again when width or language change. */
export class FigurePlace<K extends Kind> implements Place<K> {
  readonly figure: FigureOf<K>;
  readonly ground: HTMLElement;
  drawn: () => void = () => undefined;
  private readonly kind: FigureKind<K>;
  private readonly data: FigureData;
  private messages: Messages;
  private width = 0;
  private room = 0;
  private near = false;
  /** Drawn in another language than is spoken now. */
  private stale = false;
  private chosen: string | null = null;
  private nameChoices: () => void = () => undefined;
  private readonly description: HTMLElement;
  private readonly heading: HTMLElement | null;
  /** The title of the figure, below its finding. */
  private readonly subtitle = make("p", { class: "subtitle" });

  constructor(element: HTMLElement, figure: FigureOf<K>, kind: FigureKind<K>, data: FigureData, messages: Messages) {
    this.figure = figure;
    this.kind = kind;
    this.data = data;
    this.messages = messages;
    this.ground = element.querySelector<HTMLElement>(".drawing")!;
    element.dataset.kind = figure.kind;
    this.heading = kind.finding ? element.querySelector("figcaption h3") : null;
    const tools = make("div", { class: "figure-tools" });
    if (kind.choice) tools.append(this.choiceList(kind.choice(figure, data)));
    const svg = spoken("button", "control.svg", { type: "button", class: "download-svg" });
    svg.addEventListener("click", () => this.downloadSvg());
    const csv = spoken("button", "control.csv", { type: "button", class: "download-csv" });
    csv.addEventListener("click", () => download(`${figure.id}.csv`, "text/csv;charset=utf-8", this.csv()));
    const about = spoken("button", "control.origin", { type: "button", class: "download-origin" });
    about.addEventListener("click", () => download(`${figure.id}.csv-metadata.json`, "application/csvm+json", csvMetadata(figure, data)));
    tools.append(svg, csv, about);
    this.description = element.querySelector<HTMLElement>(".description") ?? make("p", { class: "description" });
    this.ground.after(tools, this.description);
    // The observer tells the width: to ask for it between drawings would lay out the whole page once a figure.
    new ResizeObserver(([entry]) => {
      this.room = Math.floor(entry!.contentRect.width);
      this.redraw(false);
    }).observe(this.ground);
    // Only what is near is drawn again when the language changes: all pictures at once would cost a second.
    new IntersectionObserver(([entry]) => {
      this.near = entry!.isIntersecting;
      if (this.near && this.stale) this.redraw(true);
    }, { rootMargin: "400px 0px" }).observe(this.ground);
    const chapter = element.closest(".chapter");
    const printed = !chapter || chapter.querySelector("figure") === element;
    if (printed) addEventListener("beforeprint", () => this.drawAt(chapter ? widthsInPrint.column : widthsInPrint.page));
    if (printed) addEventListener("afterprint", () => this.redraw(true));
  }

  private choiceList({ label, values, first, name }: Choice): HTMLElement {
    const id = `choose-${this.figure.id}`;
    const select = make("select", { id });
    for (const value of values) select.append(make("option", { value }));
    select.value = first;
    this.nameChoices = () => {
      for (const option of Array.from(select.options)) option.textContent = name(this.messages, option.value);
    };
    this.nameChoices();
    select.addEventListener("change", () => {
      this.chosen = select.value || null;
      this.redraw(true);
    });
    return make("span", { class: "choice" }, spoken("label", label, { for: id }), select);
  }

  speak(messages: Messages): void {
    this.messages = messages;
    this.description.textContent = messages.of(this.figure.description);
    this.nameChoices();
    this.speakFinding();
    this.stale = true;
    if (this.near) this.redraw(true);
  }

  /** The title says what was found, where that is sure; what is measured stands below it. */
  private speakFinding(): void {
    const finding = this.heading && this.kind.finding!(this.figure, this.data, this.messages);
    if (!finding) return;
    this.heading!.textContent = finding;
    this.subtitle.textContent = this.messages.of(this.figure.title);
    this.heading!.after(this.subtitle);
  }

  private pictureOf(width: number): SVGSVGElement {
    return this.kind.picture({ data: this.data, messages: this.messages, document, width }, this.figure, this.chosen);
  }

  private redraw(always: boolean): void {
    const width = this.room;
    if (width < 50 || (!always && Math.abs(width - this.width) < 4)) return;
    this.drawAt(width);
  }

  private drawAt(width: number): void {
    this.width = width;
    this.stale = false;
    this.ground.replaceChildren(this.pictureOf(Math.max(300, width)));
    this.drawn();
  }

  private csv(): string {
    const origin = originOf(this.figure, this.data);
    return figureCsv(this.figure, origin && originLine(origin, this.data));
  }

  private downloadSvg(): void {
    // Drawn anew at the width of a page, whatever the width of the screen.
    const svg = this.pictureOf(980);
    const markup = new XMLSerializer().serializeToString(svg);
    download(`${this.figure.id}.${this.messages.language}.svg`, "image/svg+xml", svgFile(markup, Number(svg.getAttribute("width")), Number(svg.getAttribute("height")), svgMetadata(this.figure, this.data)));
  }
}
