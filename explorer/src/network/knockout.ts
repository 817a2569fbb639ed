import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";

type Row = Rows["knockout"];

/** Single institutions from the heaviest loss down, then from the highest Shapley value; the named set above all. */
export function heaviestFirst(rows: readonly Row[]): Row[] {
  const weight = (row: Row): number[] => [row.together ? 1 : 0, row.lost ?? 0, row.lost_upper ?? 0, (row.shapley_lower ?? 0) + (row.shapley_upper ?? 0)];
  return [...rows].sort((a, b) => {
    const [x, y] = [weight(a), weight(b)];
    const place = x.findIndex((value, i) => value !== y[i]);
    return place < 0 ? (a.removed.join() < b.removed.join() ? -1 : 1) : y[place]! - x[place]!;
  });
}

/** Bars of what is lost, its uncertain part hollow; a ring for the Shapley value; the functions beside or below. */
function knockoutPicture(drawing: Drawing, figure: FigureOf<"knockout">): SVGSVGElement {
  const { messages, width } = drawing;
  const rows = heaviestFirst(records(figure));
  const across = width >= 640;
  const names = rows.map((row) => row.removed.join(" + "));
  const singles = names.filter((_, i) => !rows[i]!.together);
  const left = Math.min(across ? 170 : 140, Math.max(40, ...singles.map((name) => name.length * 8.6)) + 8);
  const axis = across ? Math.min(330, width - left - 260) : width - left - 14;
  const most = Math.max(1, ...rows.map((row) => Math.max(row.lost_upper ?? 0, row.shapley_upper ?? 0)));
  const scale = (value: number): number => left + (value / most) * axis;
  const svg = drawn(drawing, "svg", { width, "font-family": fontFamily });
  const put = (name: string, attributes: Record<string, string | number>, content?: string): SVGElement => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  const ticks = [...Array(Math.floor(most) + 1).keys()].filter((tick) => most <= 6 || tick % 2 === 0);
  let y = 18;
  put("text", { x: left, y: 12, fill: quiet, "font-size": 11.5 }, messages.say("knockout.axis"));
  y += 16;
  const lines = ticks.map((tick) => {
    put("text", { x: scale(tick), y, fill: quiet, "font-size": 11, "text-anchor": "middle" }, String(tick));
    return put("line", { x1: scale(tick), x2: scale(tick), y1: y + 5, y2: y + 5, stroke: hairline });
  });
  y += 8;
  const top = y;
  rows.forEach((row, i) => {
    const below = !across && row.lost_functions.length > 0;
    if (row.together) {
      y += 18;
      put("text", { x: 0, y, fill: ink, "font-size": 12.5, "font-weight": 600 }, names[i]);
    }
    const middle = y + 13;
    if (!row.together) put("text", { x: 0, y: middle + 4, fill: ink, "font-size": 12.5 }, names[i]);
    const [lost, upper] = [row.lost ?? 0, row.lost_upper ?? 0];
    if (lost > 0) put("rect", { x: left, y: middle - 6, width: scale(lost) - left, height: 12, fill: row.together ? ink : "var(--pole-6, #d55e00)" });
    if (upper > lost) put("rect", { x: scale(lost), y: middle - 5.5, width: scale(upper) - scale(lost), height: 11, fill: paper, stroke: quiet, "stroke-dasharray": "3 2" });
    if (row.shapley_lower !== null && row.shapley_upper !== null) {
      put("line", { x1: scale(row.shapley_lower), x2: scale(row.shapley_upper), y1: middle, y2: middle, stroke: ink, "stroke-width": 2 });
      put("circle", { cx: scale((row.shapley_lower + row.shapley_upper) / 2), cy: middle, r: 4, fill: paper, stroke: ink, "stroke-width": 1.6 });
    }
    const text = row.lost_functions.map((code) => messages.state(code)).join(", ");
    if (across) put("text", { x: left + axis + 14, y: middle + 4, fill: ink, "font-size": 12 }, text);
    y += 24;
    if (!below) return;
    let line = "";
    for (const word of text.split(" ")) {
      if (line !== "" && (line.length + word.length + 1) * 6.6 > width) {
        put("text", { x: 0, y: y + 8, fill: quiet, "font-size": 11.5 }, line);
        y += 15;
        line = "";
      }
      line += (line === "" ? "" : " ") + word;
    }
    put("text", { x: 0, y: y + 8, fill: quiet, "font-size": 11.5 }, line);
    y += 17;
  });
  for (const line of lines) {
    line.setAttribute("y1", String(top));
    line.setAttribute("y2", String(y));
  }
  y += 24;
  let x = 0;
  for (const key of ["lost", "possible", "shapley"] as const) {
    const text = messages.say("knockout.key." + key);
    const wide = text.length * 7 + 46;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 20;
    }
    if (key === "lost") put("rect", { x, y: y - 10, width: 20, height: 12, fill: "var(--pole-6, #d55e00)" });
    if (key === "possible") put("rect", { x, y: y - 9.5, width: 20, height: 11, fill: paper, stroke: quiet, "stroke-dasharray": "3 2" });
    if (key === "shapley") put("circle", { cx: x + 10, cy: y - 4, r: 4, fill: paper, stroke: ink, "stroke-width": 1.6 });
    put("text", { x: x + 26, y, fill: quiet, "font-size": 12 }, text);
    x += wide;
  }
  svg.setAttribute("height", String(y + 12));
  svg.setAttribute("viewBox", `0 0 ${width} ${y + 12}`);
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Institutions whose loss alone surely takes functions away, with how many; whether there is none is told only where all is known. */
function knockoutFinding(figure: FigureOf<"knockout">, _: FigureData, messages: Messages): string {
  const single = heaviestFirst(records(figure)).filter((row) => row.removed.length === 1);
  const list = single.filter((row) => row.lost !== null && row.lost > 0).map((row) => `${row.removed[0]!} (${row.lost})`);
  if (list.length > 0) return messages.say("knockout.finding", { list: list.slice(0, 5).join(", ") + (list.length > 5 ? " …" : "") });
  return single.length > 0 && single.every((row) => row.lost !== null) ? messages.say("knockout.nothing") : "";
}

export const knockout: FigureKind<"knockout"> = { picture: knockoutPicture, finding: knockoutFinding };
