import { fontFamily, hairline, ink, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { wrapped } from "../figure/text_fitting.ts";

type Row = Rows["sensitivity"];

const rowOfOneLine = 24; // of a name in one line
const nameLine = 13;
const letter = 7.2; // mean width of a letter of a name
const headHeight = 26;
const axisHeight = 26;
const gap = 24;

/** Inputs of an outcome, the strongest first; those without an index last. */
export function strongestFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (b.index ?? -Infinity) - (a.index ?? -Infinity));
}

/** End of the axis from 0: all that is shown, at most 1. */
export function axisEnd(rows: readonly Row[]): number {
  const most = Math.max(0.1, ...rows.map((row) => row.upper ?? row.index ?? 0));
  return Math.min(1, Math.ceil(most * 10) / 10);
}

/** Room for the names of the inputs. */
function nameWidth(width: number): number {
  return Math.min(190, width * 0.44);
}

function nameLines(drawing: Drawing, input: string, width: number): string[] {
  return wrapped(drawing.messages.state(input), (nameWidth(width) - 14) / letter);
}

function outcomePanel(drawing: Drawing, width: number, name: string, rows: readonly Row[], end: number, rowHeight: number): SVGSVGElement {
  const { messages } = drawing;
  const left = nameWidth(width);
  const inner = width - left - 14;
  const height = headHeight + rows.length * rowHeight + axisHeight;
  const at = (value: number): number => left + Math.max(0, Math.min(1, value / end)) * inner;
  const format = numberFormat(messages.language, { maximumFractionDigits: 2 });
  const svg = drawn(drawing, "svg", { width, height, "font-family": fontFamily }) as SVGSVGElement;
  const put = (tag: string, attributes: Record<string, string | number>, words?: string): void => void svg.append(drawn(drawing, tag, attributes, words));
  put("text", { x: 0, y: 15, fill: ink, "font-size": 12.5, "font-weight": 600 }, name);
  const foot = headHeight + rows.length * rowHeight;
  for (const tick of [0, end / 2, end]) {
    put("line", { x1: at(tick), x2: at(tick), y1: headHeight, y2: foot, stroke: tick === 0 ? quiet : hairline });
    put("text", { x: at(tick), y: foot + 16, fill: quiet, "font-size": 11.5, "text-anchor": "middle" }, format.format(tick));
  }
  strongestFirst(rows).forEach((row, index) => {
    const y = headHeight + index * rowHeight + rowHeight / 2;
    const names = nameLines(drawing, row.input, width);
    names.forEach((line, k) => put("text", { x: left - 10, y: y + 4 + nameLine * (k - (names.length - 1) / 2), fill: ink, "font-size": 12, "text-anchor": "end" }, line));
    if (row.index === null) {
      put("text", { x: left + 6, y: y + 4, fill: quiet, "font-size": 12, "font-style": "italic" }, messages.say("sensitivity.none"));
      return;
    }
    if (row.lower !== null && row.upper !== null) put("line", { x1: at(row.lower), x2: at(row.upper), y1: y, y2: y, stroke: quiet, "stroke-width": 2 });
    put("circle", { cx: at(row.index), cy: y, r: 4, fill: ink });
  });
  return svg;
}

/** A panel an outcome: the uncertain inputs by how far it hangs on them. */
function sensitivityPicture(drawing: Drawing, figure: FigureOf<"sensitivity">): SVGSVGElement {
  const { messages, width } = drawing;
  const all = records(figure);
  const end = axisEnd(all);
  const outcomes = [...new Set(all.map((row) => row.outcome))];
  const columns = width >= 700 ? Math.min(2, outcomes.length) : 1;
  const each = (width - gap * (columns - 1)) / columns;
  const high = rowOfOneLine + nameLine * (Math.max(1, ...all.map((row) => nameLines(drawing, row.input, each).length)) - 1);
  const most = Math.max(...outcomes.map((outcome) => all.filter((row) => row.outcome === outcome).length));
  const height = headHeight + most * high + axisHeight + 8;
  const panels = outcomes.map((outcome, k) => ({
    svg: outcomePanel(drawing, each, messages.state(outcome), all.filter((row) => row.outcome === outcome), end, high),
    x: (k % columns) * (each + gap),
    y: Math.floor(k / columns) * height,
  }));
  const whole = composed(panels, drawing, width, Math.ceil(outcomes.length / columns) * height);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** The outcomes that hang on one input more than on any other: its interval lies above all others. */
function sensitivityFinding(figure: FigureOf<"sensitivity">, _: FigureData, messages: Messages): string {
  const all = records(figure);
  const list = [...new Set(all.map((row) => row.outcome))].flatMap((outcome) => {
    const [first, ...others] = strongestFirst(all.filter((row) => row.outcome === outcome));
    const sure = first !== undefined && first.lower !== null && others.length > 0 && others.every((row) => row.upper !== null && row.upper < first.lower!);
    return sure ? [{ index: first.index!, told: `${messages.state(outcome)} – ${messages.state(first.input)}` }] : [];
  });
  if (list.length === 0) return "";
  const strongest = list.sort((a, b) => b.index - a.index).slice(0, 2).map(({ told }) => told);
  return messages.say("sensitivity.most", { list: strongest.join("; ") + (list.length > 2 ? " …" : "") });
}

export const sensitivity: FigureKind<"sensitivity"> = { picture: sensitivityPicture, finding: sensitivityFinding };
