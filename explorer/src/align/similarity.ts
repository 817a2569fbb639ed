import * as Plot from "@observablehq/plot";
import { hairline, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { composed, described, heightOf, type Drawing, type Panel } from "../figure/drawing.ts";
import { records, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import { flaggedSteps, runs } from "../figure/runs.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["similarity"];

/** Members of one pole share its colour: each has a dash and a mark of its own, the mark also before its name. */
const dashes = [undefined, "7 2.5", "2 2", "9 2 2 2"];
const symbols = ["circle", "square", "triangle", "diamond"] as const;
const signs = ["●", "■", "▲", "◆"];

function measurePanel(drawing: Drawing, rows: readonly Row[], measure: string, height: number, last: boolean): SVGSVGElement {
  const { data, messages } = drawing;
  const shown = rows.filter((row) => row[measure] !== null);
  const years = rows.map((row) => row.year);
  const [first, latest] = [Math.min(...years), Math.max(...years)];
  const numbers = shown.flatMap((row) => [row[measure], row[`${measure}_lower`], row[`${measure}_upper`]]).filter((value): value is number => typeof value === "number");
  const low = Math.min(0, ...numbers);
  const high = Math.max(...numbers);
  const marks: Plot.Markish[] = [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 5 }), Plot.ruleY([0], { stroke: quiet })];
  const flagged = rows.filter((row) => row.flag !== "").map((row) => row.year);
  for (const [index, pole] of data.poles.entries()) {
    const look = poleLook(index);
    if (flagged.length > 0) marks.unshift(Plot.rectX([{}], { x1: Math.min(...flagged) - 0.5, x2: Math.max(...flagged), fill: quiet, fillOpacity: 0.08, fx: () => pole.id }));
    const ends: { y: number; label: string }[] = [];
    for (const [position, member] of pole.members.entries()) {
      const series = shown.filter((row) => row.pole === pole.id && row.member === member).sort((a, b) => a.year - b.year);
      const fx = { fx: () => pole.id };
      for (const run of runs(series, (row) => row[`${measure}_lower`] !== null && row.flag === "")) {
        marks.push(Plot.areaY(run, { x: "year", y1: `${measure}_lower`, y2: `${measure}_upper`, fill: look.line, fillOpacity: pole.members.length > 1 ? 0.09 : 0.18, ...fx }));
      }
      for (const run of runs(series, (row) => row.flag === "")) marks.push(Plot.line(run, { x: "year", y: measure, stroke: look.line, strokeWidth: 1.7, strokeDasharray: dashes[position % dashes.length], ...fx }));
      marks.push(
        Plot.link(flaggedSteps(series), { x1: ([from]) => from.year, y1: ([from]) => from[measure], x2: ([, to]) => to.year, y2: ([, to]) => to[measure], stroke: look.line, strokeDasharray: "2 2.5", ...fx }),
        Plot.dot(series.filter((row) => row.flag !== ""), { x: "year", y: measure, symbol: look.symbol, r: 2.6, fill: paper, stroke: look.line, strokeWidth: 1.3, ...fx }),
      );
      const end = series[series.length - 1];
      const several = pole.members.length > 1;
      if (several) {
        const marked = series.filter((row) => row.flag === "" && (row.year + position) % 6 === 0);
        marks.push(Plot.dot(marked, { x: "year", y: measure, symbol: symbols[position % symbols.length], r: 3.2, fill: look.text, stroke: paper, strokeWidth: 1, ...fx } as Plot.DotOptions));
      }
      if (end) ends.push({ y: end[measure] as number, label: several ? `${signs[position % signs.length]} ${member}` : member });
    }
    for (const end of spread(ends, ((high - low) / height) * 13)) {
      marks.push(Plot.text([end], { x: latest, y: "y", text: "label", textAnchor: "start", dx: 5, fontSize: 10.5, fill: look.text, stroke: paper, strokeWidth: 2, fx: () => pole.id }));
    }
  }
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 26,
    marginLeft: 40,
    marginRight: 44,
    marginBottom: last ? 26 : 8,
    style: plotStyle(),
    fx: { axis: null, domain: data.poles.map((pole) => pole.id), padding: 0.13 },
    x: { domain: [first, latest], ticks: last ? yearTicks(first, latest, ((drawing.width - 84) / data.poles.length) * 0.87) : [], tickFormat: (year: number) => String(year), label: null, tickSize: last ? 4 : 0 },
    y: { domain: [low, high], nice: true, ticks: 5, tickSize: 0, label: messages.word("measure.", measure), labelArrow: "none", labelOffset: 34 },
    marks,
  }) as unknown as SVGSVGElement;
}

/** Measures one below the other, poles side by side; members of a pole by dash and by a label at the end of the line. */
function similarityPicture(drawing: Drawing, figure: FigureOf<"similarity">): SVGSVGElement {
  const rows = records(figure);
  const { measures } = figure;
  const panels: Panel[] = [];
  const heads = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: 22,
    marginTop: 2,
    marginBottom: 0,
    marginLeft: 40,
    marginRight: 44,
    style: plotStyle(),
    fx: { axis: null, domain: drawing.data.poles.map((pole) => pole.id), padding: 0.13 },
    marks: drawing.data.poles.map((pole, index) =>
      Plot.text([drawing.messages.of(pole.name)], { fx: () => pole.id, frameAnchor: "left", fontSize: 14, fontWeight: 600, fill: poleLook(index).text }),
    ),
  }) as unknown as SVGSVGElement;
  panels.push({ svg: heads, x: 0, y: 0 });
  let y = 24;
  for (const [index, measure] of measures.entries()) {
    const svg = measurePanel(drawing, rows, measure, index === measures.length - 1 ? 208 : 190, index === measures.length - 1);
    panels.push({ svg, x: 0, y });
    y += heightOf(svg) + 6;
  }
  return described(composed(panels, drawing, drawing.width, y), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

export const similarity: FigureKind<"similarity"> = { picture: similarityPicture };
