import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { needsLeader, placeLabels, type Labelled } from "../figure/label_placement.ts";
import { flaggedSteps, runs } from "../figure/runs.ts";
import type { ShareRow } from "./share_marks.ts";
import { corners, gridLines, project, wholeTriangle, windowAround, type Point, type Shares, type TernaryWindow } from "./ternary.ts";

interface Composition extends Point {
  year: number;
  flag: string;
  shares: Shares;
}

/** Yearly compositions of one state in one domain; years in which a pole is missing are left out, which leaves a gap. */
function compositions(rows: readonly ShareRow[], state: string, domain: string, poles: readonly string[]): Omit<Composition, "x" | "y">[] {
  const years = new Map<number, ShareRow[]>();
  for (const row of rows) {
    if (row.state !== state || row.domain !== domain) continue;
    years.set(row.year, [...(years.get(row.year) ?? []), row]);
  }
  const found: Omit<Composition, "x" | "y">[] = [];
  for (const [year, cells] of [...years].sort(([a], [b]) => a - b)) {
    const shares = poles.map((pole) => cells.find((cell) => cell.pole === pole)?.share ?? null);
    if (shares.some((share) => share === null)) continue;
    found.push({ year, flag: cells[0]!.flag, shares: shares as unknown as Shares });
  }
  return found;
}

function located(found: readonly Omit<Composition, "x" | "y">[], window: TernaryWindow): Composition[] {
  return found.map((composition) => ({ ...composition, ...project(composition.shares, window) }));
}

/** Years that share one place (treaty obligations change rarely) get one label: "1996–2001". */
function yearLabels(path: readonly Composition[]): { at: Composition; label: string; rank: number }[] {
  const stays: Composition[][] = [];
  for (const point of path) {
    const last = stays[stays.length - 1];
    const before = last?.[last.length - 1];
    if (before && before.year + 1 === point.year && Math.hypot(before.x - point.x, before.y - point.y) < 1e-6) last!.push(point);
    else stays.push([point]);
  }
  return stays.map((stay, i) => {
    const first = stay[0]!;
    const last = stay[stay.length - 1]!;
    const label = first.year === last.year ? String(first.year) : `${first.year}–${last.year}`;
    const end = i === 0 || i === stays.length - 1;
    const rank = end ? 4 : stay.length > 1 || first.flag !== "" ? 3 : first.year % 5 === 0 ? 2 : 0;
    return { at: stay[Math.floor((stay.length - 1) / 2)]!, label, rank };
  });
}

function frame(window: TernaryWindow, drawing: Drawing): Plot.Markish[] {
  const outline = corners(window);
  const lines = gridLines(window);
  const offsets = [
    { dx: -7, dy: -3, anchor: "end" },
    { dx: -2, dy: 13, anchor: "end" },
    { dx: 7, dy: -3, anchor: "start" },
  ] as const;
  const equal = project([1 / 3, 1 / 3, 1 / 3], window);
  return [
    Plot.line([...outline, outline[0]], { x: "x", y: "y", stroke: quiet, strokeWidth: 1 }),
    Plot.link(lines, {
      x1: (line) => line.from.x,
      y1: (line) => line.from.y,
      x2: (line) => line.to.x,
      y2: (line) => line.to.y,
      stroke: hairline,
    }),
    ...offsets.map(({ dx, dy, anchor }, pole) =>
      Plot.text(
        lines.filter((line) => line.pole === pole),
        {
          x: (line) => line.from.x,
          y: (line) => line.from.y,
          text: (line) => line.value.toFixed(2).replace(/0$/, ""),
          fill: poleLook(pole).text,
          fontSize: 10.5,
          dx,
          dy,
          textAnchor: anchor,
        },
      ),
    ),
    Plot.dot([equal], { x: "x", y: "y", symbol: "plus", r: 5, stroke: quiet }),
    Plot.text([equal], { x: "x", y: "y", text: [drawing.messages.say("triangle.equal")], fill: quiet, fontSize: 10.5, dx: -8, textAnchor: "end", stroke: paper, strokeWidth: 4, fontStyle: "italic" }),
  ];
}

function cornerLabels(window: TernaryWindow, drawing: Drawing): Plot.Markish[] {
  const places = corners(window);
  const shifts = [
    { dx: -6, dy: 30, anchor: "start" },
    { dx: 6, dy: 30, anchor: "end" },
    { dx: 0, dy: -14, anchor: "middle" },
  ] as const;
  return shifts.map(({ dx, dy, anchor }, pole) =>
    Plot.text([places[pole]], {
      x: "x",
      y: "y",
      text: [drawing.messages.of(drawing.data.poles[pole]!.name)],
      fill: poleLook(pole).text,
      fontSize: 14,
      fontWeight: 600,
      dx,
      dy,
      textAnchor: anchor,
    }),
  );
}

function pathMarks(path: readonly Composition[], focus: boolean): Plot.Markish[] {
  const sure = path.filter((point) => point.flag === "");
  const apart = path.filter((point) => point.flag !== "");
  const stroke = focus ? ink : quiet;
  const years = path.map((point) => point.year);
  const span = Math.max(1, Math.max(...years) - Math.min(...years));
  // Early years pale, late years dark: the direction of the path is seen without an arrow.
  const opacity = (point: Composition): number => 0.3 + (0.7 * (point.year - Math.min(...years))) / span;
  return [
    ...runs(path, (point) => point.flag === "").map((run) =>
      Plot.line(run, { x: "x", y: "y", stroke, strokeWidth: focus ? 1.3 : 0.9, strokeOpacity: 0.55, curve: "linear" }),
    ),
    Plot.link(flaggedSteps(path), {
      x1: ([from]) => from.x,
      y1: ([from]) => from.y,
      x2: ([, to]) => to.x,
      y2: ([, to]) => to.y,
      stroke,
      strokeDasharray: "3 3",
      strokeOpacity: 0.8,
    }),
    Plot.dot(sure, { x: "x", y: "y", r: focus ? 3.4 : 2, fill: stroke, fillOpacity: opacity, title: (point) => String(point.year) }),
    Plot.dot(apart, { x: "x", y: "y", r: focus ? 3.8 : 2.4, fill: paper, stroke, strokeWidth: 1.4, title: (point) => String(point.year) }),
  ];
}

/** The small whole triangle with the enlarged part filled: nobody shall take the corner of the picture for 100 %. */
export function wholeInset(window: TernaryWindow, drawing: Drawing): SVGSVGElement {
  const outline = corners(wholeTriangle);
  const part = corners(window).map((_, pole) => {
    const shares = [...window.least] as [number, number, number];
    shares[pole] = window.least[pole]! + window.side;
    return project(shares, wholeTriangle);
  });
  return Plot.plot({
    document: drawing.document,
    width: 74,
    height: 66,
    margin: 3,
    style: plotStyle(),
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, domain: [0, Math.sqrt(3) / 2] },
    marks: [
      Plot.line([...outline, outline[0]!], { x: "x", y: "y", stroke: quiet, strokeWidth: 0.8 }),
      Plot.line([...part, part[0]!], { x: "x", y: "y", stroke: ink, fill: ink, fillOpacity: 0.22, strokeWidth: 0.8 }),
    ],
  }) as unknown as SVGSVGElement;
}

export interface Triangle {
  svg: SVGSVGElement;
  window: TernaryWindow;
}

/**
 * Path of a state through the compositions of one domain; a second state may be laid beside it in grey.
 * Only for three poles. Returns nothing when the domain has no complete year.
 */
export function balanceTriangle(drawing: Drawing, rows: readonly ShareRow[], domain: string, other: string | null): Triangle | null {
  const poles = drawing.data.poles.map((pole) => pole.id);
  const focus = compositions(rows, drawing.data.study.focus, domain, poles);
  if (focus.length === 0) return null;
  const beside = other ? compositions(rows, other, domain, poles) : [];
  const window = windowAround([...focus, ...beside].map((point) => point.shares));
  const margin = { top: 34, right: 44, bottom: 40, left: 44 };
  const side = drawing.width - margin.left - margin.right;
  const path = located(focus, window);
  const otherPath = located(beside, window);
  const toPixels = (point: Point): { x: number; y: number } => ({ x: point.x * side, y: -point.y * side });
  const dots = [...path, ...otherPath].map(toPixels);
  // Year labels keep clear of the numbers along the edges, too.
  const numbers = gridLines(window).flatMap((line) => {
    const { x, y } = toPixels(line.from);
    return line.pole === 1 ? [{ x: x - 8, y: y + 13 }] : [10, 17, 24].map((away) => ({ x: x + (line.pole === 0 ? -away : away), y: y - 3 }));
  });
  const wanted: Labelled[] = yearLabels(path)
    .filter(({ rank }) => rank > 0)
    .map(({ at, label, rank }) => ({ ...toPixels(at), label, rank }));
  const last = otherPath[otherPath.length - 1];
  if (last && other) wanted.push({ ...toPixels(last), label: drawing.messages.state(other), rank: 5 });
  const placed = placeLabels(wanted, [...dots, ...numbers], 11.5);
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: Math.round((side * Math.sqrt(3)) / 2 + margin.top + margin.bottom),
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    style: plotStyle(),
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, domain: [0, Math.sqrt(3) / 2] },
    marks: [
      ...frame(window, drawing),
      ...cornerLabels(window, drawing),
      ...(otherPath.length > 0 ? pathMarks(otherPath, false) : []),
      Plot.link(placed.filter(needsLeader), {
        x1: (label) => label.x / side,
        y1: (label) => -label.y / side,
        x2: (label) => (label.x + label.dx) / side,
        y2: (label) => -(label.y + label.dy) / side,
        stroke: quiet,
        strokeWidth: 0.7,
      }),
      ...pathMarks(path, true),
      ...placed.map((label) =>
        Plot.text([label], {
          x: label.x / side,
          y: -label.y / side,
          text: "label",
          dx: label.dx,
          dy: label.dy,
          textAnchor: label.anchor,
          fontSize: 11.5,
          fontStyle: label.rank === 5 ? "italic" : "normal",
          fill: ink,
          stroke: paper,
          strokeWidth: 3,
        }),
      ),
    ],
  }) as unknown as SVGSVGElement;
  const title = `${drawing.messages.state(drawing.data.study.focus)}: ${drawing.messages.word("domain.", domain)}`;
  return { svg: described(svg, drawing, title, path.map((point) => `${point.year}: ${point.shares.map((share) => share.toFixed(2)).join(", ")}`).join("; ")), window };
}
