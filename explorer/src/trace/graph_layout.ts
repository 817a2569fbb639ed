/** Places of the events of a causal graph: in time from left to right in lanes, or one below the other on a narrow page. */
import { wrapped } from "../figure/text_fitting.ts";
import { dayNumber } from "./time_scale.ts";

export interface GraphEvent {
  id: string;
  edtf: string;
  earliest: string;
  latest: string;
  title: string;
  lane: number;
  causes: readonly string[];
  /** Is its title set bold? */
  strong: boolean;
}

export interface PlacedEvent {
  event: GraphEvent;
  /** Centre of its mark. */
  x: number;
  y: number;
  /** Date, then the title in lines. */
  lines: readonly string[];
  row: number;
}

export interface LaneGround {
  lane: number;
  top: number;
  bottom: number;
}

export interface WideLayout {
  placed: PlacedEvent[];
  lanes: LaneGround[];
  ticks: { year: number; x: number }[];
  height: number;
}

export const lineHeight = 13;
const labelLetters = 23;
const most = 4; // lines of a title
/** Room of a letter in the labels, which a picture drawn by Node cannot measure. */
const letterWidth = (event: GraphEvent): number => (event.strong ? 7.1 : 6.2);
const labelWidth = labelLetters * 7.1;

/** A title in lines, the last cut where it has too many. */
export function titleLines(title: string, letters: number, mostLines: number): string[] {
  const all = wrapped(title, letters);
  if (all.length <= mostLines) return all;
  const last = all[mostLines - 1]!;
  return [...all.slice(0, mostLines - 1), `${last.slice(0, Math.max(1, letters - 1)).trimEnd()}…`];
}

/** A date without the marks of its format. */
export function shortDate(edtf: string): string {
  return edtf.replace(/^[[{]|[\]}]$/g, "").replace("..", "–").replace("/", "–");
}

/** Day by which an event is placed: the first it may mean, else the last; null when neither is known. */
function dayOf(event: GraphEvent): number | null {
  return dayNumber(event.earliest) ?? dayNumber(event.latest);
}

/** In time, causes before effects of the same day. */
export function inOrder(events: readonly GraphEvent[]): GraphEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const depth = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    depth.set(id, 0); // the graph has no circle; this only ends the search if it had
    const causes = (byId.get(id)?.causes ?? []).filter((cause) => byId.has(cause));
    const found = causes.length === 0 ? 0 : 1 + Math.max(...causes.map(depthOf));
    depth.set(id, found);
    return found;
  };
  const day = (event: GraphEvent): number => dayOf(event) ?? Number.NEGATIVE_INFINITY;
  return [...events].sort((a, b) => (day(a) === day(b) ? depthOf(a.id) - depthOf(b.id) || (a.id < b.id ? -1 : 1) : day(a) - day(b)));
}

/** Across: partly by time and partly by order, so that crowded years have room; effects to the right of their causes. */
function across(ordered: readonly GraphEvent[], width: number): Map<string, number> {
  const days = ordered.map((event) => dayOf(event));
  const known = days.filter((day): day is number => day !== null);
  const [first, last] = known.length === 0 ? [0, 1] : [known[0]!, known[known.length - 1]!];
  const room = Math.max(60, width - labelWidth - 24);
  const places = new Map<string, number>();
  ordered.forEach((event, i) => {
    const time = last > first ? ((days[i] ?? first) - first) / (last - first) : 0;
    const order = ordered.length > 1 ? i / (ordered.length - 1) : 0;
    let x = 14 + room * (0.3 * time + 0.7 * order);
    for (const cause of event.causes) x = Math.max(x, (places.get(cause) ?? Number.NEGATIVE_INFINITY) + 16);
    places.set(event.id, Math.min(x, 14 + room));
  });
  return places;
}

interface Row {
  right: number;
  height: number;
  members: PlacedEvent[];
}

/** Rows of one lane: each event in the row nearest to its causes where its title covers no other. */
function rowsOf(events: readonly PlacedEvent[], rowOf: ReadonlyMap<string, number>): Row[] {
  const rows: Row[] = [];
  for (const one of events) {
    const near = one.event.causes.map((cause) => rowOf.get(cause)).filter((row): row is number => row !== undefined);
    const wish = near.length === 0 ? 0 : near.reduce((a, b) => a + b, 0) / near.length;
    const free = rows.map((_, i) => i).filter((i) => rows[i]!.right + 8 <= one.x - 6);
    const chosen = free.sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish))[0] ?? rows.length;
    if (chosen === rows.length) rows.push({ right: 0, height: 0, members: [] });
    const row = rows[chosen]!;
    const longest = Math.max(...one.lines.map((line) => line.length));
    row.right = one.x - 6 + longest * letterWidth(one.event);
    row.height = Math.max(row.height, 20 + one.lines.length * lineHeight);
    row.members.push(one);
    one.row = chosen;
    (rowOf as Map<string, number>).set(one.event.id, chosen);
  }
  return rows;
}

export function wideLayout(events: readonly GraphEvent[], width: number): WideLayout {
  const ordered = inOrder(events);
  const places = across(ordered, width);
  const placed = ordered.map((event): PlacedEvent => ({ event, x: places.get(event.id)!, y: 0, lines: [shortDate(event.edtf), ...titleLines(event.title, labelLetters, most)], row: 0 }));
  const lanes: LaneGround[] = [];
  let top = 0;
  let firstRow = 0;
  for (const lane of [...new Set(events.map((event) => event.lane))].sort((a, b) => a - b)) {
    const mine = placed.filter((one) => one.event.lane === lane).sort((a, b) => a.x - b.x);
    const rows = rowsOf(mine, new Map());
    let y = top + 26;
    rows.forEach((row, i) => {
      for (const one of row.members) {
        one.y = y + 8;
        one.row = firstRow + i;
      }
      y += row.height;
    });
    lanes.push({ lane, top, bottom: y + 2 });
    top = y + 8;
    firstRow += rows.length;
  }
  return { placed, lanes, ticks: yearTicks(placed), height: top };
}

/** Years where their first event lies, as many as can be read. */
function yearTicks(placed: readonly PlacedEvent[]): { year: number; x: number }[] {
  const ticks: { year: number; x: number }[] = [];
  for (const one of [...placed].sort((a, b) => a.x - b.x)) {
    if (dayOf(one.event) === null) continue;
    const year = Number((dayNumber(one.event.earliest) === null ? one.event.latest : one.event.earliest).slice(0, 4));
    const last = ticks[ticks.length - 1];
    if (last !== undefined && (last.year >= year || one.x - last.x < 36)) continue;
    ticks.push({ year, x: one.x });
  }
  return ticks;
}

/** A line from mark to mark; it bows over marks that lie between in the same row. */
export function wideLine(from: PlacedEvent, to: PlacedEvent, all: readonly PlacedEvent[]): string {
  const dx = to.x - from.x;
  if (from.row === to.row) {
    const between = all.some((one) => one.row === from.row && one.x > from.x && one.x < to.x);
    if (!between) return `M${from.x},${from.y}L${to.x},${to.y}`;
    const rise = 15;
    return `M${from.x},${from.y}C${from.x + dx * 0.2},${from.y - rise} ${to.x - Math.max(dx * 0.2, 20)},${to.y - rise * 0.4} ${to.x},${to.y}`;
  }
  const reach = Math.max(26, Math.min(120, dx * 0.5));
  return `M${from.x},${from.y}C${from.x + reach},${from.y} ${to.x - reach},${to.y} ${to.x},${to.y}`;
}

export interface NarrowLayout {
  placed: PlacedEvent[];
  gutter: number;
  height: number;
}

/** One event below the other, room for the lines between them on the left. */
export function narrowLayout(events: readonly GraphEvent[], width: number): NarrowLayout {
  const gutter = Math.min(96, Math.max(70, width * 0.22));
  let y = 12;
  const placed = inOrder(events).map((event, row): PlacedEvent => {
    const letters = Math.floor((width - gutter - 17) / (letterWidth(event) + 0.7));
    const lines = [shortDate(event.edtf), ...titleLines(event.title, letters, 5)];
    const one = { event, x: gutter, y, lines, row };
    y += lines.length * (lineHeight + 2) + 12;
    return one;
  });
  return { placed, gutter, height: y };
}

/** A line on the left, the wider the more events lie between. */
export function narrowLine(from: PlacedEvent, to: PlacedEvent, gutter: number): string {
  const reach = Math.min(gutter * 1.2, 10 + 9 * Math.abs(to.row - from.row));
  return `M${from.x},${from.y}C${from.x - reach},${from.y} ${to.x - reach},${to.y} ${to.x},${to.y}`;
}
