import * as Plot from "@observablehq/plot";
import { hairline, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { yearTicks } from "../figure/year_ticks.ts";
import { flagNote, otherMarks, seriesOf, tiesMarks, votesMarks, type ShareRow } from "./share_marks.ts";

export interface PanelOptions {
  domain: string;
  other: string | null;
  height: number;
}

/** One panel a pole, all on the same axes, so that heights can be compared across. Votes have ribbons, treaties steps. */
export function sharePanels(drawing: Drawing, rows: readonly ShareRow[], options: PanelOptions): SVGSVGElement {
  const { data, messages } = drawing;
  const { domain, other, height } = options;
  const poles = data.poles.map((pole) => pole.id);
  const years = rows.filter((row) => row.state === data.study.focus).map((row) => row.year); // of both domains: aligned
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const within = (row: ShareRow): boolean => row.year >= first && row.year <= last; // the other state may have more years than the frame
  const shown = rows.filter((row) => row.domain === domain && (row.state === data.study.focus || (row.state === other && within(row))));
  const values = shown.flatMap((row) => [row.share, row.share_q05, row.share_q95]).filter((value): value is number => value !== null);
  const marks: Plot.Markish[] = [
    ...flagNote(shown, poles[0], drawing),
    Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 }),
    Plot.ruleY([1 / poles.length], { stroke: quiet, strokeDasharray: "1 3" }),
  ];
  for (const [index, pole] of poles.entries()) {
    const series = seriesOf(shown, poles, data.study.focus, domain, "share")[index]!;
    if (other) marks.push(...otherMarks(seriesOf(shown, poles, other, domain, "share")[index]!, drawing, pole));
    marks.push(...(domain === "ties" ? tiesMarks(series, "share", pole) : votesMarks(series, "share", pole)));
    marks.push(
      Plot.text([messages.of(data.poles[index]!.name)], { fy: () => pole, frameAnchor: "top-left", dx: 0, dy: -13, fontSize: 13.5, fontWeight: 600, fill: poleLook(index).text, stroke: paper, strokeWidth: 4 }),
    );
  }
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 40,
    marginRight: 20,
    marginLeft: 36,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 60), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [Math.min(...values, 1 / poles.length - 0.05), Math.max(...values, 1 / poles.length + 0.05)], ticks: 4, label: null, tickSize: 0, tickFormat: (value: number) => value.toFixed(2).replace(/0$/, ""), nice: true },
    fy: { axis: null, domain: poles, padding: 0.26 },
    marks,
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.say("axis.share"), poles.map((_, index) => messages.of(data.poles[index]!.name)).join(", "));
}
