import assert from "node:assert/strict";
import { test } from "node:test";
import { corners, gridLines, project, wholeTriangle, windowAround, type Point, type Shares } from "./ternary.ts";

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 1e-12;
const height = Math.sqrt(3) / 2;

test("corners are the whole shares, their middle is the equal one", () => {
  assert.ok(near(project([1, 0, 0], wholeTriangle), { x: 0, y: 0 }));
  assert.ok(near(project([0, 1, 0], wholeTriangle), { x: 1, y: 0 }));
  assert.ok(near(project([0, 0, 1], wholeTriangle), { x: 0.5, y: height }));
  assert.ok(near(project([1 / 3, 1 / 3, 1 / 3], wholeTriangle), { x: 0.5, y: height / 3 }));
});

test("a window is a triangle of the same shape and holds all points", () => {
  const points: Shares[] = [[0.36, 0.34, 0.3], [0.4, 0.33, 0.27]];
  const window = windowAround(points);
  assert.ok(window.side < 1, "it enlarges");
  assert.ok(Math.abs(window.least.reduce((sum, least) => sum + least, 0) + window.side - 1) < 1e-12);
  for (const point of points) point.forEach((share, i) => assert.ok(share >= window.least[i]! && share <= window.least[i]! + window.side));
  corners(window).forEach((corner, i) => assert.ok(near(corner, [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0.5, y: height }][i]!)));
});

test("a point on an edge of the whole makes the window the whole", () => {
  const window = windowAround([[0, 0, 1], [1, 0, 0], [0, 1, 0]]);
  assert.deepEqual([window.least, window.side], [[0, 0, 0], 1]);
});

test("grid lines run from edge to edge at round shares", () => {
  const lines = gridLines(wholeTriangle);
  assert.equal(lines.length, 12);
  const fifth = lines.find((line) => line.pole === 2 && Math.abs(line.value - 0.2) < 1e-9)!;
  assert.ok(Math.abs(fifth.from.y - 0.2 * height) < 1e-12 && Math.abs(fifth.to.y - fifth.from.y) < 1e-12, "equal share of the upper pole is level");
});
