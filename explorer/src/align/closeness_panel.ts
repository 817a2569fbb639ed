import * as Plot from "@observablehq/plot";
import { hairline, plotStyle, poleLook } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import type { Messages } from "../figure/messages.ts";
import { yearTicks } from "../figure/year_ticks.ts";
import { nearestFinding } from "./findings.ts";
import { flagNote, seriesOf, tiesMarks, votesMarks, type ShareRow } from "./share_marks.ts";

/** All poles in one panel: closeness itself, which need not add up to one. */
function closenessPanel(drawing: Drawing, rows: readonly ShareRow[]): SVGSVGElement {
  const { data, messages } = drawing;
  const poles = data.poles.map((pole) => pole.id);
  const domain = rows[0]?.domain ?? "votes";
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const marks: Plot.Markish[] = [...flagNote(rows, undefined, drawing), Plot.gridY({ stroke: hairline, strokeOpacity: 1 })];
  const ends: { y: number; label: string; pole: number }[] = [];
  for (const series of seriesOf(rows, poles, data.study.focus, domain, "closeness")) {
    marks.push(...(domain === "ties" ? tiesMarks(series, "closeness", undefined) : votesMarks(series, "closeness", undefined)));
    const end = series.rows[series.rows.length - 1];
    if (end) ends.push({ y: end.closeness!, label: messages.of(data.poles[series.pole]!.name), pole: series.pole });
  }
  const values = rows.flatMap((row) => [row.closeness, row.closeness_q05, row.closeness_q95]).filter((value): value is number => value !== null);
  const [low, high] = domain === "ties" ? [0, 3.6] : domain === "positions" ? [0, 1] : [Math.min(0.2, ...values), Math.max(...values)];
  const height = 340;
  marks.push(...spread(ends, ((high - low) / height) * 17).map((end) => Plot.text([end], { x: last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: poleLook(end.pole).text })));
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 28,
    marginRight: 78,
    marginLeft: 42,
    marginBottom: 30,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 120), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [low, high], label: messages.word("axis.closeness.", domain), labelArrow: "none", labelOffset: 30, tickSize: 0, nice: true, ticks: 6 },
    marks,
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.word("axis.closeness.", domain), ends.map((end) => end.label).join(", "));
}

/** The pole that was surely the nearest; each figure has one domain. */
function closenessFinding(figure: FigureOf<"closeness">, data: FigureData, messages: Messages): string {
  return nearestFinding(figure, records(figure)[0]?.domain, data, messages);
}

export const closeness: FigureKind<"closeness"> = {
  finding: closenessFinding,
  picture: (drawing, figure) => described(closenessPanel(drawing, records(figure)), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description)),
};
