import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureOf, type Pole, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { dayNumber, TimeScale, yearOf } from "./time_scale.ts";
import { TimelinePage } from "./timeline_page.ts";

type Row = Rows["timeline"];

/** Mark of an event in one lane. */
interface Mark {
  row: Row;
  lane: number;
  x: number;
  end: number | null; // of an event that lasted
  y: number;
}

const radius = 4.2;

/** Does the event concern the pole: by its id, by a member, or, for the European Union, by a pole that holds one of its states? */
export function concerns(tags: readonly string[], pole: Pole): boolean {
  const european = pole.members.some((member) => member === "DEU" || member === "FRA" || member === "EU");
  return tags.some((tag) => tag === pole.id || pole.members.includes(tag) || (tag === "EU" && european));
}

/** Moves marks of one lane up and down until none covers another. */
function stacked(marks: Mark[]): { marks: Mark[]; reach: number } {
  const placed: Mark[] = [];
  let reach = 0;
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    for (let step = 0; ; step += 1) {
      const y = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * radius * 1.05;
      if (placed.some((other) => Math.hypot(other.x - mark.x, other.y - y) < radius * 2.1)) continue;
      placed.push({ ...mark, y });
      reach = Math.max(reach, Math.abs(y));
      break;
    }
  }
  return { marks: placed, reach };
}

function symbolOf(row: Row): "circle" | "triangle" | "square" {
  if (row.quad.endsWith("COOP")) return "circle";
  return row.quad.endsWith("CONF") ? "triangle" : "square";
}

interface Lane {
  label: string;
  line: string;
  text: string;
  center: number;
  marks: Mark[];
}

function lanesOf(drawing: Drawing, rows: readonly Row[], scale: TimeScale): { lanes: Lane[]; height: number } {
  const { poles } = drawing.data;
  const lanes: Lane[] = [];
  let top = 4;
  for (let lane = 0; lane <= poles.length; lane += 1) {
    const pole = poles[lane];
    const mine = rows.filter((row) => (pole ? concerns(row.tags, pole) : !poles.some((each) => concerns(row.tags, each))));
    const marks: Mark[] = [];
    for (const row of mine) {
      const start = dayNumber(row.earliest);
      const end = dayNumber(row.latest);
      if (start === null) continue;
      const lasts = row.date_kind === "span" && end !== null && end > start;
      marks.push({ row, lane, x: scale.at(yearOf(start)), end: lasts ? scale.at(yearOf(end)) : null, y: 0 });
    }
    const { marks: placed, reach } = stacked(marks);
    const look = pole ? poleLook(lane) : { line: quiet, text: quiet };
    const center = top + 22 + reach + radius;
    lanes.push({ label: pole ? drawing.messages.of(pole.name) : drawing.messages.say("timeline.other"), line: look.line, text: look.text, center, marks: placed.map((mark) => ({ ...mark, y: center + mark.y })) });
    top = center + reach + radius + 8;
  }
  return { lanes, height: top };
}

function laneMarks(lane: Lane, width: number): Plot.Markish[] {
  const shared = { x: (mark: Mark) => mark.x, y: (mark: Mark) => mark.y };
  const uncertain = (mark: Mark): boolean => mark.row.date_kind === "uncertain";
  const marks: Plot.Markish[] = [
    Plot.ruleY([lane.center], { x1: 0, x2: width, stroke: hairline }),
    Plot.link(lane.marks.filter((mark) => mark.end !== null), { x1: "x", x2: "end", y1: "y", y2: "y", stroke: lane.line, strokeWidth: 3, strokeOpacity: 0.35, strokeLinecap: "round", ariaLabel: (mark: Mark) => mark.row.id }),
    Plot.dot(lane.marks.filter((mark) => mark.row.conflict), { ...shared, r: radius + 2.6, fill: "none", stroke: ink, strokeWidth: 0.9, ariaLabel: (mark: Mark) => mark.row.id }),
  ];
  for (const symbol of ["circle", "triangle", "square"] as const) {
    for (const hollow of [false, true]) {
      const some = lane.marks.filter((mark) => symbolOf(mark.row) === symbol && uncertain(mark) === hollow);
      if (some.length === 0) continue;
      marks.push(
        Plot.dot(some, {
          ...shared,
          symbol,
          r: symbol === "circle" ? radius : radius - 0.3,
          fill: hollow ? paper : lane.line,
          stroke: hollow ? lane.line : paper,
          strokeWidth: hollow ? 1.6 : 0.6,
          ariaLabel: (mark: Mark) => mark.row.id,
        }),
      );
    }
  }
  marks.push(Plot.text([lane.label], { x: 0, y: lane.center - Math.max(...lane.marks.map((mark) => lane.center - mark.y), 0) - radius - 12, text: (label: string) => label, textAnchor: "start", fontSize: 13.5, fontWeight: 600, fill: lane.text, stroke: paper, strokeWidth: 4 }));
  return marks;
}

/** One lane a pole and one for the rest. Each mark carries `data-event`, so that the page can filter and choose. */
function timelinePicture(drawing: Drawing, figure: FigureOf<"timeline">): SVGSVGElement {
  const rows = records(figure);
  const width = drawing.width - 24;
  const days = rows.map((row) => dayNumber(row.earliest)).filter((day): day is number => day !== null);
  const scale = new TimeScale(days.map(yearOf), width);
  const { lanes, height } = lanesOf(drawing, rows, scale);
  const ticks = scale.ticks();
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: height + 28,
    margin: 0,
    style: plotStyle(),
    marginLeft: 10,
    marginRight: 14,
    marginBottom: 28,
    x: { axis: null, domain: [0, width] },
    y: { axis: null, domain: [height, 0] },
    marks: [
      Plot.ruleX(ticks, { x: (year: number) => scale.at(year), y1: 0, y2: height, stroke: hairline, strokeDasharray: "1 3" }),
      scale.early > 0 ? Plot.rect([{}], { x1: -4, x2: scale.at(scale.knee), y1: 0, y2: height, fill: quiet, fillOpacity: 0.06 }) : null,
      Plot.text(ticks, { x: (year: number) => scale.at(year), y: height, dy: 14, text: (year: number) => String(year), fill: quiet, fontSize: 11.5 }),
      ...lanes.flatMap((lane) => laneMarks(lane, width)),
    ],
  }) as unknown as SVGSVGElement;
  for (const element of Array.from(svg.querySelectorAll("[aria-label]"))) {
    const id = element.getAttribute("aria-label") ?? "";
    if (!rows.some((row) => row.id === id)) continue;
    element.setAttribute("data-event", id);
    element.removeAttribute("aria-label");
  }
  return described(svg, drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

export const timeline: FigureKind<"timeline"> = {
  picture: timelinePicture,
  page: (place, data, messages) => new TimelinePage(place, data, messages),
};
