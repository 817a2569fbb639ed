/** Places short labels beside points so that they cover neither one another nor the points. */

export interface Labelled {
  x: number; // pixels
  y: number;
  /** May have several lines. */
  label: string;
  /** What may stand in place of it where there is no room, the better first. */
  shorter?: readonly string[];
  /** Labels of higher rank are placed first; one that finds no free place is left out. */
  rank: number;
  /** Never left out, even if it then covers something. */
  needed?: boolean;
  /** What it should not leave. */
  bounds?: Box;
}

export interface Placed extends Labelled {
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Height of a line in the size of its letters. */
const lineHeight = 1.15;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What of a box lies outside of another. */
const outside = (box: Box, bounds: Box): number => (box.right - box.left) * (box.bottom - box.top) - overlap(box, bounds);

/** `below` says where further lines go: 0 to both sides of the first, 1 below it, -1 above it. */
const positions: readonly { dx: number; dy: number; anchor: Placed["anchor"]; below: number }[] = [
  { dx: 8, dy: 0, anchor: "start", below: 0 },
  { dx: -8, dy: 0, anchor: "end", below: 0 },
  { dx: 8, dy: 0, anchor: "start", below: 1 },
  { dx: 8, dy: 0, anchor: "start", below: -1 },
  { dx: 0, dy: -11, anchor: "middle", below: -1 },
  { dx: 0, dy: 12, anchor: "middle", below: 1 },
  { dx: -8, dy: 0, anchor: "end", below: 1 },
  { dx: -8, dy: 0, anchor: "end", below: -1 },
  { dx: 14, dy: -13, anchor: "start", below: -1 },
  { dx: -14, dy: -13, anchor: "end", below: -1 },
  { dx: 14, dy: 14, anchor: "start", below: 1 },
  { dx: -14, dy: 14, anchor: "end", below: 1 },
  { dx: 24, dy: -22, anchor: "start", below: -1 },
  { dx: -24, dy: -22, anchor: "end", below: -1 },
  { dx: 24, dy: 24, anchor: "start", below: 1 },
  { dx: -24, dy: 24, anchor: "end", below: 1 },
  { dx: 30, dy: -34, anchor: "start", below: -1 },
  { dx: -30, dy: 34, anchor: "end", below: 1 },
  { dx: 42, dy: 0, anchor: "start", below: 0 },
  { dx: -42, dy: 0, anchor: "end", below: 0 },
];

/** Whether a label of one line stands so far from its point that a line must lead to it. */
export const needsLeader = (place: Placed): boolean => !place.label.includes("\n") && Math.hypot(place.dx, place.dy) > 16;

export function boxOf(place: Placed, fontSize: number): Box {
  const rows = place.label.split("\n");
  const width = Math.max(...rows.map((row) => row.length)) * fontSize * 0.62;
  const half = (fontSize * (1.2 + lineHeight * (rows.length - 1))) / 2;
  const x = place.x + place.dx - (place.anchor === "middle" ? width / 2 : place.anchor === "end" ? width : 0);
  return { left: x, right: x + width, top: place.y + place.dy - half, bottom: place.y + place.dy + half };
}

export function placeLabels(wanted: readonly Labelled[], points: readonly { x: number; y: number; r?: number }[], fontSize: number): Placed[] {
  const taken: Box[] = [];
  const dots: Box[] = points.map(({ x, y, r = 5 }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const placed: Placed[] = [];
  for (const label of [...wanted].sort((a, b) => b.rank - a.rank)) {
    let best: { cost: number; covered: number; place: Placed; box: Box } | undefined;
    for (const [length, text] of [label.label, ...(label.shorter ?? [])].entries()) {
      const further = ((text.split("\n").length - 1) * lineHeight * fontSize) / 2;
      for (const [order, { dx, dy, anchor, below }] of positions.entries()) {
        const place: Placed = { ...label, label: text, dx, dy: dy + below * further, anchor };
        const box = boxOf(place, fontSize);
        const hidden = taken.reduce((sum, other) => sum + overlap(box, other), 0) + (label.bounds ? outside(box, label.bounds) : 0);
        if (hidden > 0.5 && !label.needed) continue;
        const covered = dots.reduce((sum, dot) => sum + overlap(box, dot), 0);
        const cost = hidden * 10 + covered + length * 45 + order * 2;
        if (!best || cost < best.cost) best = { cost, covered, place, box };
      }
    }
    if (!best || (best.covered > 100 && !label.needed)) continue;
    taken.push(best.box);
    placed.push(best.place);
  }
  return placed;
}
