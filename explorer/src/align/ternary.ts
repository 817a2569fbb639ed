/** Geometry of the ternary diagram: three shares that add up to one as a point in a triangle. */

export type Shares = readonly [number, number, number];
export interface Point {
  x: number;
  y: number;
}

/**
 * A part of the triangle, itself a triangle of the same orientation: shares not below `least`. Compositions of agreement differ
 * by a few hundredths; in the whole triangle they would be one blot.
 */
export interface TernaryWindow {
  least: Shares;
  side: number; // 1 - sum of `least`
  step: number; // distance of the grid lines
}

const height = Math.sqrt(3) / 2;

/** Corners: first pole at the lower left, second at the lower right, third at the top. The side has length 1. */
export function project(shares: Shares, window: TernaryWindow): Point {
  const b = (shares[1] - window.least[1]) / window.side;
  const c = (shares[2] - window.least[2]) / window.side;
  return { x: b + c / 2, y: c * height };
}

/** The smallest window on a grid of `step` that holds all points and the point of equal shares, with a margin. */
export function windowAround(points: readonly Shares[]): TernaryWindow {
  const all: Shares[] = [...points, [1 / 3, 1 / 3, 1 / 3]];
  const bounds = [0, 1, 2].map((i) => Math.min(...all.map((shares) => shares[i]!)));
  const room = 1 - bounds.reduce((sum, bound) => sum + bound, 0);
  const step = room < 0.25 ? 0.05 : room < 0.6 ? 0.1 : 0.2;
  const least = bounds.map((bound) => Math.max(0, Math.floor((bound - 0.012) / step) * step)) as [number, number, number];
  return { least, side: 1 - (least[0] + least[1] + least[2]), step };
}

export const wholeTriangle: TernaryWindow = { least: [0, 0, 0], side: 1, step: 0.2 };

export interface GridLine {
  pole: number;
  value: number;
  from: Point; // on the edge that carries this pole's labels
  to: Point;
}

/** Lines of equal share of one pole; each pole is labelled on the edge that rises towards its corner. */
export function gridLines(window: TernaryWindow): GridLine[] {
  const lines: GridLine[] = [];
  for (let pole = 0; pole < 3; pole += 1) {
    const before = (pole + 2) % 3;
    const after = (pole + 1) % 3;
    for (let value = window.least[pole]! + window.step; value < window.least[pole]! + window.side - 1e-9; value += window.step) {
      const rest = 1 - value;
      const from = [0, 0, 0];
      const to = [0, 0, 0];
      from[pole] = to[pole] = value;
      from[after] = window.least[after]!;
      from[before] = rest - window.least[after]!;
      to[before] = window.least[before]!;
      to[after] = rest - window.least[before]!;
      lines.push({ pole, value, from: project(from as unknown as Shares, window), to: project(to as unknown as Shares, window) });
    }
  }
  return lines;
}

export function corners(window: TernaryWindow): [Point, Point, Point] {
  return [0, 1, 2].map((pole) => {
    const shares = [...window.least] as [number, number, number];
    shares[pole] = window.least[pole]! + window.side;
    return project(shares, window);
  }) as [Point, Point, Point];
}
