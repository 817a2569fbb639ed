import * as Plot from "@observablehq/plot";
import { hairline, plotStyle, poleLook } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { key, type KeyEntry } from "../figure/key.ts";

type Row = Rows["curves"];

const gap = 18;
const panelHeight = 178;

/** Panels in the order in which they first come. */
export function curvePanels(rows: readonly Row[]): string[] {
  return [...new Set(rows.map((row) => row.quantity))];
}

/** The lines of all panels, each always with the same look. */
export function curveLines(rows: readonly Row[]): string[] {
  return [...new Set(rows.map((row) => row.given))];
}

function curvePlot(drawing: Drawing, width: number, heading: string, rows: readonly Row[], lines: readonly string[]): SVGSVGElement {
  const format = numberFormat(drawing.messages.language, { maximumSignificantDigits: 3 });
  const known = rows.filter((row) => row.q50 !== null);
  const tip = (row: Row): string => `${drawing.messages.word("curves.", row.given)}, ${format.format(row.x)}: ${format.format(row.q50 ?? 0)} [${format.format(row.q05 ?? 0)}; ${format.format(row.q95 ?? 0)}]`;
  const marks = lines.flatMap((line, index) => {
    const look = poleLook(index);
    const own = known.filter((row) => row.given === line);
    return [
      Plot.areaY(own, { x: "x", y1: "q05", y2: "q95", fill: look.line, fillOpacity: 0.16 }),
      Plot.line(own, { x: "x", y: "q50", stroke: look.line, strokeWidth: 2, strokeDasharray: look.dash }),
      Plot.dot(own, { x: "x", y: "q50", r: 1.8, symbol: look.symbol, fill: look.line, title: tip }),
    ];
  });
  return Plot.plot({
    document: drawing.document,
    width,
    height: panelHeight,
    marginTop: 30,
    marginRight: 12,
    marginLeft: 40,
    marginBottom: 26,
    style: plotStyle(11.5),
    x: { domain: [0, 1], ticks: 5, tickFormat: (value: number) => format.format(value), label: null, tickSize: 3 },
    y: { domain: [0, 1], ticks: 4, tickFormat: (value: number) => format.format(value), label: null, tickSize: 0 },
    marks: [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 } as Plot.GridYOptions), ...marks, Plot.text([heading], { frameAnchor: "top-left", dx: -36, dy: -20, fontSize: 12.5, fontWeight: 600 })],
  }) as unknown as SVGSVGElement;
}

/** Which line is which. */
function curveKey(drawing: Drawing, lines: readonly string[]): KeyEntry[] {
  return lines.map((line, index) => {
    const look = poleLook(index);
    const mark: Record<string, string | number> = { x1: 0, x2: 20, y1: -4, y2: -4, stroke: look.line, "stroke-width": 2 };
    if (look.dash) mark["stroke-dasharray"] = look.dash;
    return { mark: [drawn(drawing, "line", mark)], words: drawing.messages.word("curves.", line) };
  });
}

/** A panel a choice, as belief in the guarantor goes from 0 to 1. */
function curvesPicture(drawing: Drawing, figure: FigureOf<"curves">): SVGSVGElement {
  const { messages, width } = drawing;
  const all = records(figure);
  const panels = curvePanels(all);
  const lines = curveLines(all);
  const columns = width >= 520 ? 2 : 1;
  const each = (width - gap * (columns - 1)) / columns;
  const parts = panels.map((panel, index) => ({
    svg: curvePlot(drawing, each, messages.word("curves.", panel), all.filter((row) => row.quantity === panel), lines),
    x: (index % columns) * (each + gap),
    y: Math.floor(index / columns) * (panelHeight + 8),
  }));
  const height = Math.ceil(panels.length / columns) * (panelHeight + 8);
  const below = key(drawing, width, curveKey(drawing, lines));
  const whole = composed([...parts, { svg: below.svg, x: 0, y: height }], drawing, width, height + below.height);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** The least belief from which on a choice is the likelier one in 95 % of the draws, after a message; undefined if there is none. */
export function surelyFrom(rows: readonly Row[], quantity: string, given: string): number | undefined {
  const own = rows.filter((row) => row.quantity === quantity && row.given === given).sort((a, b) => b.x - a.x);
  let from: number | undefined;
  for (const row of own) {
    if (row.q05 === null || row.q05 <= 0.5) break;
    from = row.x;
  }
  return from;
}

/** From which belief on the state forgoes more often than not, surely. */
function curvesFinding(figure: FigureOf<"curves">, _: FigureData, messages: Messages): string {
  const rows = records(figure);
  const [assured, silent] = [surelyFrom(rows, "forgo", "assure"), surelyFrom(rows, "forgo", "silent")];
  if (assured === undefined && silent === undefined) return "";
  const known = (from: number | undefined): string => (from === undefined ? "no" : "yes");
  return messages.say("curves.forgoes", { assured: assured ?? 0, silent: silent ?? 0, is_assured: known(assured), is_silent: known(silent) });
}

export const curves: FigureKind<"curves"> = { picture: curvesPicture, finding: curvesFinding };
