import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { composed, described, heightOf, type Drawing, type Panel } from "../figure/drawing.ts";
import { records, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import { panelTitle } from "../figure/text_fitting.ts";
import { yearTicks } from "../figure/year_ticks.ts";
import { flagNote, seriesOf, tiesMarks, votesMarks, type ShareRow } from "./share_marks.ts";

const order = ["positions", "votes", "ties", "institutions", "imports", "exports"];

/** Domains in the order of the chapters, those of the user's own after them, all together last. */
function domainsOf(rows: readonly ShareRow[]): string[] {
  const place = (domain: string): number => (domain === "overall" ? 99 : order.includes(domain) ? order.indexOf(domain) : 50);
  return [...new Set(rows.map((row) => row.domain))].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

interface DomainPanel {
  title: string;
  span: [number, number];
  highest: number;
  height: number;
}

/** The shares of one domain in one small panel, poles named where their lines end. */
function domainPanel(drawing: Drawing, rows: readonly ShareRow[], options: DomainPanel): SVGSVGElement {
  const { data, messages } = drawing;
  const [first, last] = options.span;
  const poles = data.poles.map((pole) => pole.id);
  const domain = rows[0]?.domain ?? "";
  const marks: Plot.Markish[] = [...flagNote(rows, undefined, drawing), Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 }), Plot.ruleY([1 / poles.length], { stroke: quiet, strokeDasharray: "1 3" })];
  const ends: { x: number; y: number; label: string; pole: number }[] = [];
  for (const series of seriesOf(rows, poles, data.study.focus, domain, "share")) {
    marks.push(...(domain === "ties" ? tiesMarks(series, "share", undefined) : votesMarks(series, "share", undefined)));
    const end = series.rows[series.rows.length - 1];
    if (end) ends.push({ x: end.year, y: end.share!, label: messages.of(data.poles[series.pole]!.name), pole: series.pole });
  }
  const title = panelTitle(options.title, drawing.width - 36);
  const distance = (options.highest / (options.height - 60)) * 15;
  marks.push(
    ...spread(ends, distance).map((end) => Plot.text([end], { x: "x", y: "y", text: "label", textAnchor: "start", dx: 7, fontSize: 12, fontWeight: 600, fill: poleLook(end.pole).text, stroke: paper, strokeWidth: 3 })),
    Plot.text([title.text], { frameAnchor: "top-left", lineAnchor: "bottom", dx: 0, dy: -10, fontSize: 13, fontWeight: 600, fill: ink }),
  );
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: options.height + title.added,
    marginTop: 30 + title.added,
    marginRight: 66,
    marginLeft: 36,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 110), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [0, options.highest], ticks: 4, label: null, tickSize: 0, tickFormat: (value: number) => value.toFixed(1) },
    marks,
  }) as unknown as SVGSVGElement;
}

/** Small panels side by side, two a row, all on the same axes. */
function domainsPicture(drawing: Drawing, figure: FigureOf<"domains">): SVGSVGElement {
  const rows = records(figure);
  const { messages } = drawing;
  const columns = drawing.width >= 640 ? 2 : 1;
  const gap = 26;
  const width = Math.floor((drawing.width - gap * (columns - 1)) / columns);
  const years = rows.filter((row) => row.share !== null).map((row) => row.year);
  const span: [number, number] = [Math.min(...years), Math.max(...years)];
  const highest = Math.max(...rows.flatMap((row) => [row.share, row.share_q95]).filter((value): value is number => value !== null));
  const panels: Panel[] = [];
  let bottom = 0;
  for (const [place, domain] of domainsOf(rows).entries()) {
    const svg = domainPanel({ ...drawing, width }, rows.filter((row) => row.domain === domain), { title: messages.word("domain.", domain), span, highest, height: 220 });
    const y = Math.floor(place / columns) * (heightOf(svg) + 10);
    panels.push({ svg, x: (place % columns) * (width + gap), y });
    bottom = y + heightOf(svg);
  }
  return described(composed(panels, drawing, drawing.width, bottom), drawing, messages.of(figure.title), messages.of(figure.description));
}

export const domains: FigureKind<"domains"> = { picture: domainsPicture };
