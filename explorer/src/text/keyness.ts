import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";

type Row = Rows["keyness"];

const mostWords = 20;
const rowHeight = 21;
const gap = 28;

/** The words of one side, most typical first, their z and its interval turned so that more is further right. */
export function wordsOfSide(rows: readonly Row[], side: "target" | "reference", most = mostWords): Row[] {
  const sign = side === "target" ? 1 : -1;
  return rows
    .filter((row) => row.side === side)
    .map((row) => ({
      ...row,
      z: sign * row.z,
      lower: side === "target" ? row.lower : row.upper === null ? null : -row.upper,
      upper: side === "target" ? row.upper : row.lower === null ? null : -row.lower,
    }))
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}

/** Is the word typical in hardly less than all draws of documents? Where nothing was drawn it is not known. */
export function isSteady(row: Pick<Row, "lower">): boolean {
  return row.lower !== null && row.lower > 0;
}

/** Ticks at 0 and at round numbers up to the largest; at most five. */
export function zTicks(least: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => (most - least) / each <= 4.5) ?? 1000;
  const first = Math.ceil(least / step);
  return [...Array(Math.floor(most / step + 1e-9) - first + 1).keys()].map((k) => (first + k) * step);
}

/** The windows of a figure in the order of its rows. */
export function keynessWindows(figure: FigureOf<"keyness">): string[] {
  return [...new Set(records(figure).map((row) => row.window))];
}

/** Dots and intervals of one side's words, beginning at (x, y). @returns the height taken */
function sidePanel(drawing: Drawing, put: Put, rows: readonly Row[], side: "target" | "reference", x: number, width: number, top: number): number {
  const { messages } = drawing;
  let y = top + 14;
  put("text", { x, y, fill: ink, "font-size": 13.5, "font-weight": 600 }, messages.say(`keyness.${side}`, { state: messages.state(drawing.data.study.focus) }));
  if (rows.length === 0) {
    put("text", { x, y: y + 22, fill: quiet, "font-size": 12, "font-style": "italic" }, messages.say("keyness.no_words"));
    return 44;
  }
  const names = Math.min(Math.max(...rows.map((row) => row.word.length * 7.2)) + 12, width * 0.45);
  const counts = Math.max(...rows.map((row) => countText(row, side).length * 6.2)) + 8;
  const left = x + names;
  const right = x + width - counts;
  const least = Math.min(0, ...rows.map((row) => row.lower ?? row.z));
  const most = Math.max(1, ...rows.map((row) => row.upper ?? row.z));
  const scale = (z: number): number => left + ((z - least) / (most - least)) * (right - left);
  y += 22;
  for (const tick of zTicks(least, most)) {
    put("text", { x: scale(tick), y, fill: quiet, "font-size": 11, "text-anchor": "middle" }, numberFormat(messages.language).format(tick));
    put("line", { x1: scale(tick), x2: scale(tick), y1: y + 5, y2: y + 8 + rows.length * rowHeight, stroke: tick === 0 ? quiet : hairline });
  }
  y += 8;
  for (const row of rows) {
    const middle = y + rowHeight / 2;
    put("text", { x, y: middle + 4, fill: ink, "font-size": 12.5, lang: "und" }, row.word);
    if (row.lower !== null && row.upper !== null) put("line", { x1: scale(row.lower), x2: scale(row.upper), y1: middle, y2: middle, stroke: isSteady(row) ? ink : quiet, "stroke-width": 2 });
    put("circle", { cx: scale(row.z), cy: middle, r: 4.5, fill: isSteady(row) ? ink : paper, stroke: isSteady(row) ? ink : quiet, "stroke-width": 1.6 });
    put("text", { x: x + width, y: middle + 4, fill: quiet, "font-size": 11.5, "text-anchor": "end" }, countText(row, side));
    y += rowHeight;
  }
  return y - top;
}

type Put = (name: string, attributes: Record<string, string | number>, content?: string) => void;

/** How often, in how many documents: "61/20". */
function countText(row: Row, side: "target" | "reference"): string {
  return side === "target" ? `${row.n_target}/${row.documents_target}` : `${row.n_reference}/${row.documents_reference}`;
}

/** Two panels, of the words of the state and of those of the others: a dot a word with its interval. */
function keynessPicture(drawing: Drawing, figure: FigureOf<"keyness">, chosen: string | null): SVGSVGElement {
  const { messages, width } = drawing;
  const window = chosen ?? keynessWindows(figure)[0];
  const rows = records(figure).filter((row) => row.window === window);
  const svg = drawn(drawing, "svg", { width, "font-family": fontFamily });
  const put: Put = (name, attributes, content) => {
    svg.append(drawn(drawing, name, attributes, content));
  };
  const beside = width >= 700;
  const each = beside ? (width - gap) / 2 : width;
  const first = sidePanel(drawing, put, wordsOfSide(rows, "target"), "target", 0, each, 0);
  const second = sidePanel(drawing, put, wordsOfSide(rows, "reference"), "reference", beside ? each + gap : 0, each, beside ? 0 : first + 16);
  let y = (beside ? Math.max(first, second) : first + 16 + second) + 22;
  let x = 0;
  for (const [steady, key] of [[true, "keyness.steady"], [false, "keyness.unsteady"]] as const) {
    const words = messages.say(key);
    if (x > 0 && x + words.length * 7.2 + 30 > width) {
      x = 0;
      y += 20;
    }
    put("circle", { cx: x + 6, cy: y - 4, r: 4.5, fill: steady ? ink : paper, stroke: steady ? ink : quiet, "stroke-width": 1.6 });
    put("text", { x: x + 18, y, fill: quiet, "font-size": 12 }, words);
    x += words.length * 7.2 + 44;
  }
  svg.setAttribute("height", String(y + 10));
  svg.setAttribute("viewBox", `0 0 ${width} ${y + 10}`);
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** The most typical words of the window shown first, of those that are so whichever documents are drawn. */
function keynessFinding(figure: FigureOf<"keyness">, data: FigureData, messages: Messages): string {
  const window = keynessWindows(figure)[0] ?? "";
  const words = wordsOfSide(records(figure).filter((row) => row.window === window), "target").filter(isSteady).map((row) => row.word);
  return words.length === 0 ? "" : messages.say("keyness.finding", { state: messages.state(data.study.focus), window: window.replace("-", "–"), words: words.slice(0, 5).join(", ") });
}

export const keyness: FigureKind<"keyness"> = {
  finding: keynessFinding,
  picture: keynessPicture,
  choice: (figure) => {
    const windows = keynessWindows(figure);
    return { label: "control.window", values: windows, first: windows[0]!, name: (_, value) => value.replace("-", "–") };
  },
};
