import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { stateChoice } from "../figure/state_choice.ts";

type Row = Rows["code_shares"];

/** Codes of one part by the share of the state in focus, largest first; those of which nothing is known come last. */
export function byShare(rows: readonly Row[], focus: string): Row[] {
  const own = rows.filter((row) => row.state === focus);
  return own.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (a.code < b.code ? -1 : 1));
}

/** Round ends of an axis of shares: at most five ticks. */
export function shareTicks(most: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((each) => most / each <= 4.5) ?? 0.25;
  return [...Array(Math.max(1, Math.ceil(most / step - 1e-9)) + 1).keys()].map((k) => k * step);
}


/** One panel a part: a dot and its interval for the state in focus, strokes for the others, a diamond for the one chosen. */
function codeSharesPicture(drawing: Drawing, figure: FigureOf<"code_shares">, other: string | null): SVGSVGElement {
  const { messages, data, width } = drawing;
  const all = records(figure);
  const focus = data.study.focus;
  const beside = poleLook(5);
  const svg = drawn(drawing, "svg", { width, "font-family": fontFamily });
  const put = (name: string, attributes: Record<string, string | number>, content?: string): void => {
    svg.append(drawn(drawing, name, attributes, content));
  };
  const percent = (value: number): string => numberFormat(messages.language, { style: "percent", maximumFractionDigits: value < 0.1 ? 1 : 0 }).format(value);
  const names = [...new Set(all.map((row) => messages.state(row.code)))];
  // Where the names would take more than two fifths of the room, they stand above their rows.
  const room = Math.max(...names.map((name) => name.length * 7.3)) + 14;
  const above = room > width * 0.4;
  const left = above ? 8 : room;
  const rowHeight = above ? 36 : 21;
  const right = 46;
  let y = 0;
  for (const part of figure.parts) {
    const rows = all.filter((row) => row.part === part);
    const codes = byShare(rows, focus);
    if (codes.length === 0) continue;
    const most = Math.max(0.01, ...rows.map((row) => Math.max(row.share ?? 0, row.state === focus ? row.upper ?? 0 : 0)));
    const ticks = shareTicks(most);
    const end = ticks.at(-1)!;
    const scale = (share: number): number => left + (share / end) * (width - left - right);
    y += 16;
    put("text", { x: 0, y, fill: ink, "font-size": 13.5, "font-weight": 600 }, part === "" ? messages.say("code_shares.all") : messages.say("code_shares.with", { code: messages.state(part) }));
    y += 20;
    for (const tick of ticks) {
      put("text", { x: scale(tick), y, fill: quiet, "font-size": 11, "text-anchor": "middle" }, percent(tick));
      put("line", { x1: scale(tick), x2: scale(tick), y1: y + 5, y2: y + 8 + codes.length * rowHeight, stroke: hairline });
    }
    y += 8;
    for (const row of codes) {
      const middle = above ? y + 25 : y + rowHeight / 2;
      put("text", { x: 0, y: above ? y + 13 : middle + 4, fill: ink, "font-size": 12.5, ...(above ? { stroke: paper, "stroke-width": 4, "paint-order": "stroke" } : {}) }, messages.state(row.code));
      for (const mark of rows.filter((each) => each.code === row.code && each.state !== focus && each.share !== null))
        put("line", { x1: scale(mark.share!), x2: scale(mark.share!), y1: middle - 5, y2: middle + 5, stroke: quiet, "stroke-opacity": 0.55, "stroke-width": 1.2 });
      const chosen = rows.find((each) => each.code === row.code && each.state === other && each.share !== null);
      if (chosen && other !== focus) put("path", { d: `M${scale(chosen.share!)},${middle - 6}l6,6l-6,6l-6,-6z`, fill: paper, stroke: beside.text, "stroke-width": 1.8 });
      if (row.share === null) put("text", { x: left, y: middle + 4, fill: quiet, "font-size": 11.5, "font-style": "italic" }, messages.say("code_shares.none"));
      if (row.lower !== null && row.upper !== null) put("line", { x1: scale(row.lower), x2: scale(row.upper), y1: middle, y2: middle, stroke: ink, "stroke-width": 2 });
      if (row.share !== null) put("circle", { cx: scale(row.share), cy: middle, r: 4.5, fill: ink });
      if (row.share !== null) put("text", { x: Math.min(width - right + 4, scale(Math.max(row.share, row.upper ?? 0)) + 9), y: middle + 4, fill: ink, "font-size": 11.5, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, percent(row.share));
      y += rowHeight;
    }
    y += 14;
  }
  y += 8;
  let x = 0;
  const key = (mark: (at: number) => void, text: string): void => {
    const wide = text.length * 6.6 + 40;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 20;
    }
    mark(x + 8);
    put("text", { x: x + 20, y, fill: quiet, "font-size": 12 }, text);
    x += wide;
  };
  key((at) => put("circle", { cx: at, cy: y - 4, r: 4.5, fill: ink }), messages.state(focus));
  if (all.some((row) => row.state !== focus)) key((at) => put("line", { x1: at, x2: at, y1: y - 9, y2: y + 1, stroke: quiet, "stroke-width": 1.2 }), messages.say("code_shares.others"));
  if (other && other !== focus) key((at) => put("path", { d: `M${at},${y - 10}l6,6l-6,6l-6,-6z`, fill: paper, stroke: beside.text, "stroke-width": 1.8 }), messages.state(other));
  svg.setAttribute("height", String(y + 10));
  svg.setAttribute("viewBox", `0 0 ${width} ${y + 10}`);
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Of what the state speaks more than most comparison states, whose intervals lie below its own. */
function codeSharesFinding(figure: FigureOf<"code_shares">, data: FigureData, messages: Messages): string {
  const { focus } = data.study;
  const whole = records(figure).filter((row) => row.part === "");
  const n = new Set(whole.map((row) => row.state).filter((state) => state !== focus)).size;
  const below = (row: Row): number => whole.filter((other) => other.code === row.code && other.state !== focus && other.upper !== null && other.upper < row.lower!).length;
  const found = whole.filter((row) => row.state === focus && row.lower !== null).map((row) => ({ code: row.code, below: below(row) })).filter((each) => each.below > n / 2).sort((a, b) => b.below - a.below);
  if (found.length === 0) return "";
  const list = found.slice(0, 3).map((each) => `${messages.state(each.code)} (${each.below})`).join(", ") + (found.length > 3 ? " …" : "");
  return messages.say("code_shares.finding", { state: messages.state(focus), n, list });
}

export const code_shares: FigureKind<"code_shares"> = { picture: codeSharesPicture, finding: codeSharesFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
