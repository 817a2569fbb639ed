import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, needsLeader, placeLabels } from "./label_placement.ts";

const at = (x: number, y: number, label: string, rank = 1): { x: number; y: number; label: string; rank: number } => ({ x, y, label, rank });

test("a label with room stands to the right of its point", () => {
  const [place] = placeLabels([at(0, 0, "KAZ")], [{ x: 0, y: 0 }], 10);
  assert.deepEqual([place!.dx, place!.dy, place!.anchor], [8, 0, "start"]);
  assert.equal(needsLeader(place!), false);
});

test("labels of near points do not cover one another", () => {
  const points = [0, 6, 12, 18].map((x) => at(x, x / 2, "label"));
  const placed = placeLabels(points, points, 10).map((place) => boxOf(place, 10));
  assert.ok(placed.length >= 3);
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
  });
});

test("where there is no room the label of higher rank stays", () => {
  const crowd = Array.from({ length: 40 }, (_, i) => at(0, 0, `number ${i}`, i));
  const placed = placeLabels(crowd, [], 10);
  assert.ok(placed.length < crowd.length);
  assert.equal(placed[0]!.label, "number 39");
});

test("labels stay within the bounds, several lines begin at the point", () => {
  const bounds = { left: 0, top: 0, right: 200, bottom: 200 };
  const stack = "KAZ, UKR,\nBLR, ZAF,\nBRA";
  for (const [x, y] of [[0, 0], [200, 0], [0, 200], [200, 200]] as const) {
    const [place] = placeLabels([{ ...at(x, y + (y ? -8 : 8), stack), bounds }], [], 10);
    const box = boxOf(place!, 10);
    assert.ok(box.left >= 0 && box.right <= 200 && box.top >= 0 && box.bottom <= 200, `${x} ${y}`);
  }
});

test("a shorter text stands where the whole finds no room, a needed label in any case", () => {
  const label = { ...at(10, 10, "KAZ, UKR, BLR, ZAF"), bounds: { left: 0, top: 0, right: 60, bottom: 20 } };
  const [place] = placeLabels([{ ...label, shorter: ["KAZ +3"] }], [], 10);
  assert.equal(place!.label, "KAZ +3");
  assert.equal(placeLabels([label], [], 10).length, 0);
  assert.equal(placeLabels([{ ...label, needed: true }], [], 10).length, 1);
});
