import { fontFamily, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";

type Row = Rows["bridge_map"];
interface Point { x: number; y: number }

const golden = Math.PI * (3 - Math.sqrt(5));
const gap = 6.9;

/** Corners of a regular polygon, the first at the left, in units of the radius. */
function corner(index: number, count: number): Point {
  const angle = Math.PI + (2 * Math.PI * index) / count + (count === 3 ? Math.PI / 6 : 0);
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

/**
 * Where institutions with members of these poles lie: between their corners, some of the poles further out than the
 * middle of the corners, where all meet in many; those without any at the lower right.
 */
function centre(poles: readonly string[], ids: readonly string[]): Point {
  if (poles.length === 0) return { x: 0.88, y: 0.98 };
  const corners = poles.map((id) => corner(ids.indexOf(id), ids.length));
  const out = poles.length === 1 ? 0.95 : 1.5;
  return { x: (out * corners.reduce((sum, at) => sum + at.x, 0)) / poles.length, y: (out * corners.reduce((sum, at) => sum + at.y, 0)) / poles.length };
}

/** The group of an institution in a year, and its place in it, which is the same in all years of that group. */
function places(rows: readonly Row[]): Map<string, Map<string, number>> {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = row.poles.join(" ");
    groups.set(key, (groups.get(key) ?? new Set<string>()).add(row.institution));
  }
  return new Map([...groups].map(([key, names]) => [key, new Map([...names].sort().map((name, at) => [name, at]))]));
}

function drawYear(drawing: Drawing, rows: readonly Row[], at: Map<string, Map<string, number>>, box: { x: number; y: number; side: number }, year: number): SVGElement {
  const { messages, data } = drawing;
  const group = drawn(drawing, "g", { transform: `translate(${box.x} ${box.y})` });
  const ids = data.poles.map((pole) => pole.id);
  const middle = { x: box.side / 2, y: box.side * 0.5 };
  const radius = box.side * 0.4;
  group.append(drawn(drawing, "text", { x: 4, y: 16, "font-size": 14, "font-weight": 600, fill: ink }, String(year)));
  ids.forEach((_, index) => {
    const spot = corner(index, ids.length);
    const x = middle.x + 1.06 * radius * spot.x;
    const y = middle.y + 1.06 * radius * spot.y + (spot.y > 0 ? 30 : -24);
    group.append(drawn(drawing, "text", { x, y, "text-anchor": "middle", "font-size": 13, "font-weight": 600, fill: poleLook(index).text }, messages.of(data.poles[index]!.name)));
  });
  for (const [key, members] of at) {
    const here = rows.filter((row) => row.poles.join(" ") === key);
    if (here.length === 0) continue;
    const spot = centre(here[0]!.poles, ids);
    const [cx, cy] = [middle.x + radius * spot.x, middle.y + radius * spot.y];
    for (const row of here) {
      const place = members.get(row.institution)!;
      const [r, angle] = [gap * Math.sqrt(place + 0.5) * (box.side / 300), place * golden];
      const dot = drawn(drawing, "circle", { cx: (cx + r * Math.cos(angle)).toFixed(1), cy: (cy + r * Math.sin(angle)).toFixed(1), r: 2.9, fill: row.inside ? ink : paper, stroke: row.inside ? ink : quiet, "stroke-width": 1.1 });
      dot.append(drawn(drawing, "title", {}, `${row.institution} (${row.members})`));
      group.append(dot);
    }
    const reach = gap * Math.sqrt(members.size) * (box.side / 300) + 12;
    group.append(drawn(drawing, "text", { x: cx, y: cy + reach, "text-anchor": "middle", "font-size": 11, fill: quiet, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, messages.say("bridge_map.of", { n: here.filter((row) => row.inside).length, all: here.length })));
  }
  return group;
}

/** Small multiples of the two-mode network: institutions between the poles that meet in them, full where the state is in. */
function bridgeMapPicture(drawing: Drawing, figure: FigureOf<"bridge_map">): SVGSVGElement {
  const { messages, data } = drawing;
  const rows = records(figure);
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  const columns = Math.max(1, Math.min(years.length, Math.floor(drawing.width / 235)));
  const side = Math.floor(drawing.width / columns);
  const tall = Math.floor(side * 1.06);
  const height = Math.ceil(years.length / columns) * tall + 26;
  const svg = drawn(drawing, "svg", { viewBox: `0 0 ${drawing.width} ${height}`, width: drawing.width, height, "font-family": fontFamily }) as SVGSVGElement;
  const at = places(rows);
  years.forEach((year, index) => {
    const box = { x: (index % columns) * side, y: Math.floor(index / columns) * tall, side };
    svg.append(drawYear(drawing, rows.filter((row) => row.year === year), at, box, year));
  });
  const y = height - 8;
  svg.append(
    drawn(drawing, "circle", { cx: 8, cy: y - 4, r: 3.4, fill: ink }),
    drawn(drawing, "text", { x: 18, y, "font-size": 12, fill: ink }, messages.say("bridge_map.inside", { state: messages.state(data.study.focus) })),
  );
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** In how many institutions in which poles meet the state was in the last year drawn. */
function bridgeMapFinding(figure: FigureOf<"bridge_map">, data: FigureData, messages: Messages): string {
  const rows = records(figure);
  const year = Math.max(...rows.map((row) => row.year));
  const meeting = rows.filter((row) => row.year === year && row.poles.length > 1);
  if (meeting.length === 0) return "";
  return messages.say("bridge_map.finding", { state: messages.state(data.study.focus), year: String(year), n: meeting.length, inside: meeting.filter((row) => row.inside).length });
}

export const bridge_map: FigureKind<"bridge_map"> = { picture: bridgeMapPicture, finding: bridgeMapFinding };
