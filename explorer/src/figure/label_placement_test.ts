import assert from "node:assert/strict";
import { test } from "node:test";
import { needsLeader, placeLabels, type Placed } from "./label_placement.ts";

const at = (x: number, y: number, label: string, rank = 1): { x: number; y: number; label: string; rank: number } => ({ x, y, label, rank });

function boxOf(place: Placed): { left: number; right: number; top: number; bottom: number } {
  const width = place.label.length * 10 * 0.62;
  const left = place.x + place.dx - (place.anchor === "middle" ? width / 2 : place.anchor === "end" ? width : 0);
  return { left, right: left + width, top: place.y + place.dy - 6, bottom: place.y + place.dy + 6 };
}

test("a label with room stands to the right of its point", () => {
  const [place] = placeLabels([at(0, 0, "KAZ")], [{ x: 0, y: 0 }], 10);
  assert.deepEqual([place!.dx, place!.dy, place!.anchor], [8, 0, "start"]);
  assert.equal(needsLeader(place!), false);
});

test("labels of near points do not cover one another", () => {
  const points = [0, 6, 12, 18].map((x) => at(x, x / 2, "label"));
  const placed = placeLabels(points, points, 10).map(boxOf);
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
