/** Places short labels beside points so that they cover neither one another nor the points. */

export interface Labelled {
  x: number; // pixels
  y: number;
  label: string;
  /** Labels of higher rank are placed first; one that finds no free place is left out. */
  rank: number;
}

export interface Placed extends Labelled {
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

const positions: readonly { dx: number; dy: number; anchor: Placed["anchor"] }[] = [
  { dx: 8, dy: 0, anchor: "start" },
  { dx: -8, dy: 0, anchor: "end" },
  { dx: 0, dy: -11, anchor: "middle" },
  { dx: 0, dy: 12, anchor: "middle" },
  { dx: 14, dy: -13, anchor: "start" },
  { dx: -14, dy: -13, anchor: "end" },
  { dx: 14, dy: 14, anchor: "start" },
  { dx: -14, dy: 14, anchor: "end" },
  { dx: 24, dy: -22, anchor: "start" },
  { dx: -24, dy: -22, anchor: "end" },
  { dx: 24, dy: 24, anchor: "start" },
  { dx: -24, dy: 24, anchor: "end" },
  { dx: 30, dy: -34, anchor: "start" },
  { dx: -30, dy: 34, anchor: "end" },
  { dx: 42, dy: 0, anchor: "start" },
  { dx: -42, dy: 0, anchor: "end" },
];

/** Whether a label stands so far from its point that a line must lead to it. */
export const needsLeader = (place: Placed): boolean => Math.hypot(place.dx, place.dy) > 16;

export function placeLabels(wanted: readonly Labelled[], points: readonly { x: number; y: number }[], fontSize: number): Placed[] {
  const taken: Box[] = [];
  const dots: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const placed: Placed[] = [];
  for (const label of [...wanted].sort((a, b) => b.rank - a.rank)) {
    const width = label.label.length * fontSize * 0.62;
    let best: { cost: number; place: Placed; box: Box } | undefined;
    for (const [order, position] of positions.entries()) {
      const x = label.x + position.dx - (position.anchor === "middle" ? width / 2 : position.anchor === "end" ? width : 0);
      const box = { left: x, right: x + width, top: label.y + position.dy - fontSize * 0.6, bottom: label.y + position.dy + fontSize * 0.6 };
      if (taken.some((other) => overlap(box, other) > 0)) continue;
      const cost = dots.reduce((sum, dot) => sum + overlap(box, dot), 0) + order * 2;
      if (!best || cost < best.cost) best = { cost, place: { ...label, ...position }, box };
    }
    if (!best || best.cost > 120) continue;
    taken.push(best.box);
    placed.push(best.place);
  }
  return placed;
}
