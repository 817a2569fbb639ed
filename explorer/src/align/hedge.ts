import * as Plot from "@observablehq/plot";
import { fontFamily, hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { composed, described, heightOf, type Drawing, type Panel } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { yearTicks } from "../figure/year_ticks.ts";
import { told } from "./findings.ts";

type Row = Rows["hedge"];

const hedgeLook = poleLook(5);

/** "aligned:RUS" as a mark of the strip: colour of the pole, or a grey for the other readings. */
function labelLook(drawing: Drawing, label: string): { fill: string; text: string; words: string } {
  const [kind, pole] = label.split(":");
  if (kind === "aligned") {
    const index = drawing.data.poles.findIndex((each) => each.id === pole);
    return { fill: poleLook(index).line, text: poleLook(index).text, words: drawing.messages.of(drawing.data.poles[index]!.name) };
  }
  return { fill: kind === "equidistant" ? hairline : quiet, text: ink, words: drawing.messages.word("label.", kind!) };
}

function bands(rows: readonly Row[], drawing: Drawing, span: [number, number]): SVGSVGElement {
  const { messages } = drawing;
  const complete = rows.filter((row) => row.total !== null);
  const sure = (row: Row): boolean => row.missing === "";
  const opacity = (full: number) => (row: Row): number => (sure(row) ? full : full * 0.4);
  const bar = { x1: (row: Row) => row.year - 0.44, x2: (row: Row) => row.year + 0.44 };
  const tip = (row: Row): string => `${row.year}: ${row.total!.toFixed(3)} = ${row.within!.toFixed(3)} + ${row.between!.toFixed(3)}`;
  const marks: Plot.Markish[] = [
    Plot.rect(complete, { ...bar, y1: 0, y2: "within", fill: quiet, fillOpacity: opacity(0.32), title: tip } as Plot.RectOptions),
    Plot.rect(complete, { ...bar, y1: "within", y2: "total", fill: hedgeLook.line, fillOpacity: opacity(0.8), title: tip } as Plot.RectOptions),
    Plot.ruleX(complete.filter((row) => row.total_q05 !== null), { x: "year", y1: "total_q05", y2: "total_q95", stroke: ink, strokeWidth: 1, strokeOpacity: opacity(1) }),
    Plot.ruleY([0], { stroke: ink }),
  ];
  marks.push(
    Plot.text([messages.say("hedge.between")], { frameAnchor: "top-left", dy: -16, fill: hedgeLook.text, fontSize: 12.5, fontWeight: 600 }),
    Plot.text([messages.say("hedge.within")], { frameAnchor: "bottom-left", dx: 6, dy: -8, fill: ink, fontSize: 12.5, fontWeight: 600, stroke: paper, strokeWidth: 3.5 }),
  );
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: 260,
    marginTop: 24,
    marginRight: 14,
    marginLeft: 44,
    marginBottom: 6,
    style: plotStyle(),
    x: { domain: [span[0] - 0.5, span[1] + 0.5], axis: null },
    y: { domain: [0, 1], ticks: 5, tickSize: 0, label: messages.say("axis.evenness"), labelArrow: "none", labelAnchor: "center", labelOffset: 42 },
    marks: [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 5 }), ...marks],
  }) as unknown as SVGSVGElement;
}

/** One cell a year: what it is called where a reading is probable enough; years that lack domains are pale. */
function strip(rows: readonly Row[], drawing: Drawing, span: [number, number]): SVGSVGElement {
  const named: { from: number; to: number; label: string; sure: boolean }[] = [];
  for (const row of rows) {
    const last = named[named.length - 1];
    const sure = row.missing === "";
    if (last && last.to + 1 === row.year && last.label === row.label && last.sure === sure) last.to = row.year;
    else named.push({ from: row.year, to: row.year, label: row.label, sure });
  }
  const stays = named.filter((stay) => stay.label !== "");
  const pixels = (drawing.width - 58) / (span[1] - span[0] + 1);
  const wide = stays.filter((stay) => (stay.to - stay.from + 1) * pixels > labelLook(drawing, stay.label).words.length * 6.4);
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: 54,
    marginTop: 2,
    marginRight: 14,
    marginLeft: 44,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [span[0] - 0.5, span[1] + 0.5], ticks: yearTicks(span[0], span[1], drawing.width - 60), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rect([{}], { x1: span[0] - 0.5, x2: span[1] + 0.5, y1: 0, y2: 1, stroke: hairline, fill: "none" } as Plot.RectOptions),
      ...stays.map((stay) => Plot.rect([stay], { x1: stay.from - 0.5, x2: stay.to + 0.5, y1: 0, y2: 1, fill: labelLook(drawing, stay.label).fill, fillOpacity: stay.sure ? 0.42 : 0.16, title: () => `${stay.from}–${stay.to}: ${labelLook(drawing, stay.label).words}` } as Plot.RectOptions)),
      ...wide.map((stay) => Plot.text([labelLook(drawing, stay.label)], { x: (stay.from + stay.to) / 2, y: 0.5, text: "words", fontSize: 11.5, fill: "text" } as Plot.TextOptions)),
    ],
  }) as unknown as SVGSVGElement;
}

/** The readings that occur, each with the colour of its cells. */
function legend(rows: readonly Row[], drawing: Drawing): SVGSVGElement {
  const labels = [...new Set(rows.map((row) => row.label).filter((label) => label !== ""))].sort();
  const svg = drawing.document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
  let x = 44;
  let y = 0;
  for (const label of labels) {
    const look = labelLook(drawing, label);
    const words = label.startsWith("aligned:") ? drawing.messages.say("label.aligned", { pole: look.words }) : look.words;
    const width = 22 + words.length * 6.8;
    if (x > 44 && x + width > drawing.width) [x, y] = [44, y + 19];
    const mark = drawing.document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const text = drawing.document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [name, value] of Object.entries({ x, y: y + 3, width: 12, height: 12, fill: look.fill, "fill-opacity": 0.42 })) mark.setAttribute(name, String(value));
    for (const [name, value] of Object.entries({ x: x + 17, y: y + 13.5, style: `font: 12px ${fontFamily}; fill: ${ink}` })) text.setAttribute(name, String(value));
    text.textContent = words;
    svg.append(mark, text);
    x += width + 12;
  }
  svg.setAttribute("width", String(drawing.width));
  svg.setAttribute("height", String(y + 20));
  return svg;
}

/** Balance within and between the domains, and what each year may be called. */
function hedgePicture(drawing: Drawing, figure: FigureOf<"hedge">, other: string | null): SVGSVGElement {
  const all = records(figure).sort((a, b) => a.year - b.year);
  const shown = other ?? drawing.data.study.focus;
  const years = all.filter((row) => row.state === drawing.data.study.focus).map((row) => row.year);
  const span: [number, number] = [Math.min(...years), Math.max(...years)];
  const rows = all.filter((row) => row.state === shown && row.year >= span[0] && row.year <= span[1]);
  const panels: Panel[] = [];
  const upper = bands(rows, drawing, span);
  panels.push({ svg: upper, x: 0, y: 0 });
  const lower = strip(rows, drawing, span);
  panels.push({ svg: lower, x: 0, y: heightOf(upper) });
  const names = legend(rows, drawing);
  panels.push({ svg: names, x: 0, y: heightOf(upper) + heightOf(lower) });
  return described(composed(panels, drawing, drawing.width, heightOf(upper) + heightOf(lower) + heightOf(names)), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

/** What the years were surely, of which no domain is lacking. */
function hedgeFinding(figure: FigureOf<"hedge">, data: FigureData, messages: Messages): string {
  const found = new Map<string, number[]>();
  for (const row of records(figure)) {
    if (row.state !== data.study.focus || row.label === "" || row.missing !== "") continue;
    const [kind, pole] = row.label.split(":");
    const words = pole === undefined ? messages.word("label.", kind!) : messages.say("label.aligned", { pole: messages.of(data.poles.find((each) => each.id === pole)!.name) });
    found.set(words, [...(found.get(words) ?? []), row.year]);
  }
  const list = told(found);
  return list && messages.say("hedge.finding", { state: messages.state(data.study.focus), list });
}

export const hedge: FigureKind<"hedge"> = { picture: hedgePicture, finding: hedgeFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
