import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { fitting, wrapped } from "../figure/text_fitting.ts";

type Row = Rows["evidence_ladder"];

/** Decibels to pixels. */
interface DecibelScale {
  at(decibels: number): number;
  ticks: number[];
}

/** A scale that holds zero and all these values, with round ticks. */
export function decibelScale(values: readonly number[], from: number, to: number): DecibelScale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const reach = Math.max(most - least, 5);
  const step = [5, 10, 20, 50, 100, 200, 500, 1000].find((each) => reach / each <= (to - from) / 42) ?? 2000;
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const ticks: number[] = [];
  for (let tick = low; tick <= high; tick += step) ticks.push(tick);
  return { at: (decibels) => from + ((Math.min(Math.max(decibels, low), high) - low) / (high - low)) * (to - from), ticks };
}

/** "+9.8", "−3.5": with the sign of print. */
export function signed(decibels: number): string {
  const shown = Math.abs(decibels).toFixed(1);
  if (shown === "0.0") return "0";
  return (decibels > 0 ? "+" : "−") + shown;
}

const finite = (...values: (number | null)[]): number[] => values.filter((value): value is number => value !== null);

function wordsOf(row: Row, drawing: Drawing): string {
  return drawing.messages.of({ en: row.clue_en, kk: row.clue_kk, ru: row.clue_ru });
}

/** The first lines of a text, with a sign where there are more; the title of the bar has the whole. */
export function shortened(lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[ ,;:.]+$/, "")} …`];
}

/** A row a clue: its weight as a bar from zero with its range, and beside it the odds after it. */
function ladderPicture(drawing: Drawing, figure: FigureOf<"evidence_ladder">): SVGSVGElement {
  const { messages, width } = drawing;
  const rows = records(figure);
  const wide = width >= 640;
  const left = wide ? Math.min(330, width * 0.36) : 6;
  const gap = wide ? 34 : 22;
  const middle = left + (width - left - gap) * (wide ? 0.56 : 0.64);
  // On a narrow screen the text stands above its bar, and beside the line of the odds.
  const letters = Math.floor((wide ? left - 14 : middle - 4) / 6.5);
  const texts = rows.map((row) => shortened(wrapped(wordsOf(row, drawing), letters), wide ? 4 : 5));
  const lineHeight = 14.5;
  const heights = texts.map((lines) => (wide ? Math.max(34, lines.length * lineHeight + 12) : lines.length * lineHeight + 38));
  const right = width - (wide ? 46 : 30);
  const all = rows.flatMap((row) => finite(row.weight, row.low, row.high));
  // Some room on either side of zero, where the names of both stand.
  const weights = decibelScale([...all, -0.4 * Math.max(0, ...all), -0.4 * Math.min(0, ...all)], left + 24, middle - 18);
  const odds = decibelScale(rows.flatMap((row) => finite(row.cumulative, row.cumulative_low, row.cumulative_high)), middle + gap, right);
  const zero = weights.at(0);
  const favours = (["second", "leader"] as const).map((who) => {
    const room = who === "second" ? zero - 8 - left : middle + gap / 2 - zero - 8;
    return wrapped(messages.say("ladder.favours", { name: messages.of({ en: figure[`${who}_en`], kk: figure[`${who}_kk`], ru: figure[`${who}_ru`] }) }), Math.max(Math.floor(room / 7.2), 10)).slice(0, 5);
  });
  // A word longer than the room beside zero: the two names stand below one another.
  const stacked = favours[0]!.some((line) => line.length * 7.2 > zero - 8);
  const headLines = stacked ? favours[0]!.length + favours[1]!.length : Math.max(...favours.map((lines) => lines.length));
  const top = 24 + headLines * lineHeight + 22;
  const height = top + heights.reduce((sum, each) => sum + each, 0) + 44;
  const svg = drawn(drawing, "svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily });
  const put = (name: string, attributes: Record<string, string | number>, content?: string): SVGElement => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  const [against, towards] = [poleLook(1), poleLook(0)];
  const end = height - 44;

  put("text", { x: (left + 24 + middle) / 2, y: 12, fill: quiet, "font-size": 11.5, "text-anchor": "middle" }, messages.say("ladder.weight"));
  put("text", { x: (middle + gap + right) / 2, y: 12, fill: quiet, "font-size": 11.5, "text-anchor": "middle" }, fitting(messages.say("ladder.cumulative"), (right - middle + 20) / 5.6));
  favours.forEach((lines, side) => {
    const beside = side === 0 ? { x: zero - 8, "text-anchor": "end" } : { x: zero + 8, "text-anchor": "start" };
    const place = stacked && side === 0 ? { x: 0, "text-anchor": "start" } : beside;
    const above = stacked && side === 1 ? favours[0]!.length : 0;
    lines.forEach((line, i) => put("text", { ...place, y: 30 + (above + i) * lineHeight, fill: side === 0 ? against.text : towards.text, "font-size": 12, "font-weight": 600 }, line));
  });
  const grid = (scale: DecibelScale, tick: number, from: number, to: number): void => {
    put("line", { x1: scale.at(tick), x2: scale.at(tick), y1: from, y2: to, stroke: tick === 0 ? ink : hairline, "stroke-width": tick === 0 ? 1.2 : 1 });
  };
  for (const scale of [weights, odds]) {
    for (const tick of scale.ticks) {
      if (wide || scale === odds) grid(scale, tick, top - 8, end);
      put("text", { x: scale.at(tick), y: top - 12, fill: quiet, "font-size": 10.5, "text-anchor": "middle" }, String(tick).replace("-", "−"));
    }
  }

  const centres: number[] = [];
  let y = top;
  rows.forEach((row, i) => {
    const counts = row.counting === "counted" || row.counting === "prior";
    const bar = wide ? y + heights[i]! / 2 : y + texts[i]!.length * lineHeight + 16;
    centres.push(bar);
    put("line", { x1: 0, x2: width, y1: y, y2: y, stroke: hairline });
    if (!wide) for (const tick of weights.ticks) grid(weights, tick, bar - 12, bar + 14);
    texts[i]!.forEach((line, j) => {
      const first = wide ? bar - ((texts[i]!.length - 1) * lineHeight) / 2 + 4 : y + 14;
      put("text", { x: wide ? 0 : 4, y: first + j * lineHeight, fill: counts ? ink : quiet, "font-size": 12.5, "font-style": row.counting === "prior" ? "italic" : "normal" }, line);
    });
    if (row.weight !== null) {
      const [from, to] = [Math.min(zero, weights.at(row.weight)), Math.max(zero, weights.at(row.weight))];
      const colour = counts ? (row.weight < 0 ? against.line : towards.line) : quiet;
      put("rect", { x: from, y: bar - 7, width: Math.max(to - from, 0.8), height: 14, fill: row.found === "no" ? paper : colour, "fill-opacity": counts ? 1 : 0.25, stroke: colour, "stroke-width": 1.6, ...(counts ? {} : { "stroke-dasharray": "3 2" }) })
        .append(drawn(drawing, "title", {}, `${wordsOf(row, drawing)}: ${signed(row.weight)} dB`));
    }
    const [low, high] = [row.low === null ? weights.ticks[0]! : row.low, row.high === null ? weights.ticks.at(-1)! : row.high];
    if (low < high) {
      put("line", { x1: weights.at(low), x2: weights.at(high), y1: bar, y2: bar, stroke: ink, "stroke-width": 1.2 });
      for (const each of [low, high]) put("line", { x1: weights.at(each), x2: weights.at(each), y1: bar - 4, y2: bar + 4, stroke: ink, "stroke-width": 1.2 });
    }
    y += heights[i]!;
  });

  const known = rows.map((row, i) => ({ row, y: centres[i]! })).filter(({ row }) => row.cumulative !== null);
  const edge = (value: number | null, fallback: number): number => odds.at(value ?? fallback);
  const band = [...known.map(({ row, y: at }) => `${edge(row.cumulative_low, odds.ticks[0]!)},${at}`), ...known.slice().reverse().map(({ row, y: at }) => `${edge(row.cumulative_high, odds.ticks.at(-1)!)},${at}`)];
  if (known.length > 1) put("polygon", { points: band.join(" "), fill: quiet, "fill-opacity": 0.18 });
  put("polyline", { points: known.map(({ row, y: at }) => `${odds.at(row.cumulative!)},${at}`).join(" "), fill: "none", stroke: ink, "stroke-width": 2 });
  for (const { row, y: at } of known) put("circle", { cx: odds.at(row.cumulative!), cy: at, r: 3, fill: ink });
  const last = known.at(-1);
  if (last) put("text", { x: odds.at(last.row.cumulative!) + 7, y: last.y + 4, fill: ink, "font-size": 12.5, "font-weight": 700, stroke: paper, "stroke-width": 3.5, "paint-order": "stroke" }, signed(last.row.cumulative!));

  let x = 0;
  const used = [...(rows.some((row) => row.found === "no") ? ["ladder.hollow"] : []), ...(rows.some((row) => row.counting === "weaker in its group" || row.counting === "in a joint item") ? ["ladder.uncounted"] : [])];
  used.forEach((key, i) => {
    const at = wide ? height - 16 : height - 28 + i * 17;
    const grey = key === "ladder.uncounted";
    put("rect", { x: x + 1, y: at - 9, width: 20, height: 10, fill: grey ? quiet : paper, "fill-opacity": grey ? 0.25 : 1, stroke: grey ? quiet : ink, "stroke-width": 1.4, ...(grey ? { "stroke-dasharray": "3 2" } : {}) });
    put("text", { x: x + 28, y: at, fill: quiet, "font-size": 12 }, messages.say(key));
    if (wide) x += 28 + messages.say(key).length * 6.6 + 24;
  });
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** By how much one of two explanations leads, whether that is 9 to 1, and whether some choice within the ranges lets the other lead. */
function ladderFinding(figure: FigureOf<"evidence_ladder">, _: FigureData, messages: Messages): string {
  const last = records(figure).at(-1);
  if (!last || last.cumulative === null || last.cumulative < 0.05) return "";
  const name = (who: "leader" | "second"): string => messages.of({ en: figure[`${who}_en`], kk: figure[`${who}_kk`], ru: figure[`${who}_ru`] });
  return messages.say("ladder.leads", {
    leader: name("leader"),
    second: name("second"),
    db: Number(last.cumulative.toFixed(1)),
    reached: last.cumulative >= 10 * Math.log10(9) ? "yes" : "no",
    open: last.cumulative_low === null || last.cumulative_low < 0 ? "yes" : "no",
  });
}

export const evidence_ladder: FigureKind<"evidence_ladder"> = { picture: ladderPicture, finding: ladderFinding };
