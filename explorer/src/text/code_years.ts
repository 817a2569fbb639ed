import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { runs } from "../figure/runs.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["code_years"];

const gap = 18;
const panelHeight = 128;

function panel(drawing: Drawing, width: number, years: readonly [number, number], name: string, own: readonly Row[], beside: readonly Row[]): SVGSVGElement {
  const most = Math.max(0.02, ...[...own, ...beside].map((row) => row.share), ...own.map((row) => Math.min(row.upper, row.share * 2.5 + 0.02)));
  const percent = (value: number): string => numberFormat(drawing.messages.language, { style: "percent", maximumFractionDigits: most < 0.05 ? 1 : 0 }).format(value);
  return Plot.plot({
    document: drawing.document,
    width,
    height: panelHeight,
    marginTop: 26,
    marginRight: 10,
    marginLeft: 46,
    marginBottom: 22,
    style: plotStyle(11.5),
    x: { domain: [years[0] - 0.5, years[1] + 0.5], ticks: yearTicks(years[0], years[1], width - 90), tickFormat: (year: number) => String(year), label: null, tickSize: 3 },
    y: { domain: [0, most], clamp: true, ticks: 3, tickFormat: percent, label: null, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 3 } as Plot.GridYOptions),
      Plot.ruleX(own, { x: "year", y1: "lower", y2: "upper", stroke: quiet, strokeOpacity: 0.45, strokeWidth: 1.5 }),
      ...runs(beside).map((run) => Plot.line(run, { x: "year", y: "share", stroke: quiet, strokeWidth: 1.2, strokeDasharray: "4 2" })),
      ...runs(own).map((run) => Plot.line(run, { x: "year", y: "share", stroke: ink, strokeWidth: 1.6 })),
      Plot.dot(own, { x: "year", y: "share", r: 2.2, fill: ink, stroke: paper, strokeWidth: 0.5 }),
      Plot.text([name], { frameAnchor: "top-left", dx: -42, dy: -18, fontSize: 12.5, fontWeight: 600 }),
    ],
  }) as unknown as SVGSVGElement;
}

/** A small panel a code: the share of each year with its interval; beside it another state. */
function codeYearsPicture(drawing: Drawing, figure: FigureOf<"code_years">, other: string | null): SVGSVGElement {
  const { messages, data, width } = drawing;
  const all = records(figure);
  const of = (state: string | null, code: string): Row[] => all.filter((row) => row.state === state && row.code === code).sort((a, b) => a.year - b.year);
  const codes = [...new Set(all.map((row) => row.code))];
  const years = all.map((row) => row.year);
  const span = [Math.min(...years), Math.max(...years)] as const;
  const columns = width >= 780 ? 3 : width >= 520 ? 2 : 1;
  const each = (width - gap * (columns - 1)) / columns;
  const panels = codes.map((code, k) => ({
    svg: panel(drawing, each, span, messages.state(code), of(data.study.focus, code), other === data.study.focus ? [] : of(other, code)),
    x: (k % columns) * (each + gap),
    y: Math.floor(k / columns) * (panelHeight + 8),
  }));
  const whole = composed(panels, drawing, width, Math.ceil(codes.length / columns) * (panelHeight + 8));
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** The least number of years above a median that would come by chance, one time in two a year, with a probability below 0.05 for any of the codes. */
export function moreThanChance(years: number, codes: number): number {
  let [exactly, atLeast] = [0.5 ** years, 1];
  for (let count = 0; count <= years; count += 1) {
    if (atLeast * codes < 0.05) return count;
    atLeast -= exactly;
    exactly *= (years - count) / (count + 1);
  }
  return years + 1;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}

/** Of what the state speaks more than the median of the comparison states, in more years than chance would give. */
function codeYearsFinding(figure: FigureOf<"code_years">, data: FigureData, messages: Messages): string {
  const { focus } = data.study;
  const others = new Map<string, number[]>();
  const own: Row[] = [];
  for (const row of records(figure)) {
    const key = `${row.code} ${row.year}`;
    if (row.state === focus) own.push(row);
    else others.set(key, [...(others.get(key) ?? []), row.share]);
  }
  const compared = own.filter((row) => others.has(`${row.code} ${row.year}`));
  const all = new Set(compared.map((row) => row.year)).size;
  const least = moreThanChance(all, new Set(compared.map((row) => row.code)).size);
  const above = new Map<string, number>();
  for (const row of compared) if (row.share > medianOf(others.get(`${row.code} ${row.year}`)!)) above.set(row.code, (above.get(row.code) ?? 0) + 1);
  const found = [...above].filter(([, years]) => years >= least).sort((a, b) => b[1] - a[1]);
  if (found.length === 0) return "";
  const list = found.slice(0, 3).map(([code, years]) => `${messages.state(code)} (${years})`).join(", ") + (found.length > 3 ? " …" : "");
  return messages.say("code_years.above", { state: messages.state(focus), all, list });
}

export const code_years: FigureKind<"code_years"> = { picture: codeYearsPicture, finding: codeYearsFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
