import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { wrapped } from "../figure/text_fitting.ts";

type Row = Rows["scoreboard"];

/** A share in whole percent; what is not quite all or nothing is never shown as such. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1";
  if (share < 1 && share > 0.995) return ">99";
  return String(Math.round(share * 100));
}

/** A probability as a reader says it: ".996" rounds to 1 only when it is 1. */
export function probability(value: number): string {
  const shown = value.toFixed(2);
  if (shown === "1.00" && value < 1) return value > 0.999 ? ">.999" : value.toFixed(3);
  if (shown === "0.00" && value > 0) return value < 0.001 ? "<.001" : value.toFixed(3);
  return shown;
}

/** What is said beside a row, in lines that fit into the room. */
function remarks(row: Row, drawing: Drawing, room: number): string[] {
  const { messages } = drawing;
  const all = [messages.say("scoreboard.leads", { percent: percent(row.leads) }), messages.say("scoreboard.clues", { for: row.clues_for, against: row.clues_against })];
  if (row.to_reverse !== null) all.push(messages.say(row.rank === 1 ? "scoreboard.lead" : "scoreboard.behind", { db: row.to_reverse.toFixed(1) }));
  return all.flatMap((remark) => wrapped(remark, Math.floor(room / 6.8)));
}

/** A row an explanation: from its probability before any clue to that after all, with what the ranges leave open. */
function scoreboardPicture(drawing: Drawing, figure: FigureOf<"scoreboard">): SVGSVGElement {
  const { messages, width } = drawing;
  const rows = records(figure);
  const wide = width >= 640;
  const left = wide ? Math.min(230, width * 0.26) : 12;
  const right = wide ? width - 218 : width - 16;
  const lineHeight = 15.5;
  const said = rows.map((row) => remarks(row, drawing, wide ? width - right - 22 : width - 4));
  const names = rows.map((row) => wrapped(messages.of({ en: row.name_en, kk: row.name_kk, ru: row.name_ru }), Math.floor((wide ? left - 18 : width - 8) / 7.2)).slice(0, 3));
  const heights = rows.map((_, i) => (wide ? Math.max(66, names[i]!.length * lineHeight + 20, said[i]!.length * 15 + 21) : names[i]!.length * lineHeight + 62 + said[i]!.length * 15));
  const top = 26;
  const height = top + heights.reduce((sum, each) => sum + each, 0) + 40;
  const svg = drawn(drawing, "svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily });
  const put = (name: string, attributes: Record<string, string | number>, content?: string): SVGElement => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  const at = (value: number): number => left + value * (right - left);
  const end = height - 40;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  for (const tick of ticks) {
    if (wide) put("line", { x1: at(tick), x2: at(tick), y1: top - 6, y2: end, stroke: hairline });
    put("text", { x: at(tick), y: top - 11, fill: quiet, "font-size": 11, "text-anchor": "middle" }, String(tick));
  }
  let y = top;
  rows.forEach((row, i) => {
    const leads = row.rank === 1;
    const colour = leads ? poleLook(0).line : quiet;
    const centre = wide ? y + heights[i]! / 2 : y + names[i]!.length * lineHeight + 26;
    put("line", { x1: 0, x2: width, y1: y, y2: y, stroke: hairline });
    if (!wide) for (const tick of ticks) put("line", { x1: at(tick), x2: at(tick), y1: centre - 9, y2: centre + 9, stroke: hairline });
    names[i]!.forEach((line, j) => {
      const first = wide ? centre - ((names[i]!.length - 1) * lineHeight) / 2 + 4.5 : y + 17;
      put("text", { x: 0, y: first + j * lineHeight, fill: ink, "font-size": 13.5, "font-weight": leads ? 700 : 500 }, line);
    });
    put("line", { x1: at(row.posterior_low), x2: at(row.posterior_high), y1: centre, y2: centre, stroke: colour, "stroke-width": 1.4 });
    put("line", { x1: at(row.q05), x2: at(row.q95), y1: centre, y2: centre, stroke: colour, "stroke-width": 7, "stroke-opacity": 0.55 });
    put("path", { d: `M ${at(row.prior)} ${centre} q ${(at(row.posterior) - at(row.prior)) / 2} -22 ${at(row.posterior) - at(row.prior)} 0`, fill: "none", stroke: ink, "stroke-width": 1, "stroke-dasharray": "2 3" });
    put("circle", { cx: at(row.prior), cy: centre, r: 5, fill: paper, stroke: ink, "stroke-width": 1.5 }).append(drawn(drawing, "title", {}, `${messages.say("scoreboard.before")}: ${row.prior.toFixed(2)}`));
    put("circle", { cx: at(row.posterior), cy: centre, r: 6.5, fill: leads ? colour : ink, stroke: paper, "stroke-width": 1.2 }).append(drawn(drawing, "title", {}, `${messages.say("scoreboard.after")}: ${row.posterior}`));
    const edge = Math.min(Math.max(at(row.posterior), left + 16), right - 16);
    put("text", { x: edge, y: centre + 21, fill: ink, "font-size": 13, "font-weight": 700, "text-anchor": "middle", stroke: paper, "stroke-width": 3.5, "paint-order": "stroke" }, probability(row.posterior));
    said[i]!.forEach((remark, j, all) => {
      const first = wide ? centre - ((all.length - 1) * 15) / 2 + 4 : centre + 38;
      put("text", { x: wide ? right + 22 : 4, y: first + j * 15, fill: quiet, "font-size": 12 }, remark);
    });
    y += heights[i]!;
  });
  put("line", { x1: 0, x2: width, y1: y, y2: y, stroke: hairline });
  const legend = [["scoreboard.before", paper], ["scoreboard.after", ink]] as const;
  let x = left;
  for (const [key, fill] of legend) {
    put("circle", { cx: x + 6, cy: height - 18, r: 5, fill, stroke: ink, "stroke-width": 1.5 });
    put("text", { x: x + 17, y: height - 14, fill: quiet, "font-size": 12 }, messages.say(key));
    x += 17 + messages.say(key).length * 7 + 20;
  }
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Which explanation leads in nine of ten draws at least. */
function scoreboardFinding(figure: FigureOf<"scoreboard">, _: FigureData, messages: Messages): string {
  const first = records(figure).find((row) => row.rank === 1);
  if (!first || first.leads < 0.9) return "";
  // Never rounded up to all draws, or to what is certain.
  const hundredths = (value: number): number => Math.floor(value * 100 + 1e-9);
  return messages.say("scoreboard.first", {
    name: messages.of({ en: first.name_en, kk: first.name_kk, ru: first.name_ru }),
    percent: hundredths(first.leads),
    probability: Math.min(Math.round(first.posterior * 100), first.posterior < 1 ? 99 : 100) / 100,
  });
}

export const scoreboard: FigureKind<"scoreboard"> = { picture: scoreboardPicture, finding: scoreboardFinding };
