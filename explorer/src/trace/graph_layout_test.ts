import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, narrowLayout, shortDate, titleLines, wideLayout, wideLine, type GraphEvent, type PlacedEvent } from "./graph_layout.ts";

function event(id: string, earliest: string, causes: string[] = [], lane = 0): GraphEvent {
  return { id, edtf: earliest, earliest, latest: earliest, title: `Title of the event called ${id}`, lane, causes, strong: false };
}

/** A chain of events a month apart, each led to by the two before it. */
function crowded(count: number): GraphEvent[] {
  return Array.from({ length: count }, (_, i) => event(`e${i}`, `19${90 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`, [`e${i - 1}`, `e${i - 2}`].slice(0, Math.min(i, 2)), i % 3));
}

function boxes(placed: readonly PlacedEvent[]): { left: number; right: number; top: number; bottom: number }[] {
  return placed.map((one) => ({ left: one.x - 6, right: one.x - 6 + Math.max(...one.lines.map((line) => line.length)) * 6.2, top: one.y - 8, bottom: one.y + 8 + one.lines.length * 13 }));
}

test("no title covers another, however crowded the years", () => {
  for (const width of [700, 1120]) {
    const all = boxes(wideLayout(crowded(40), width).placed);
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${JSON.stringify(a)} ${JSON.stringify(b)}`);
    }
  }
});

test("effects stand to the right of their causes, and everything inside the picture", () => {
  const layout = wideLayout(crowded(30), 900);
  const at = new Map(layout.placed.map((one) => [one.event.id, one]));
  for (const one of layout.placed) {
    assert.ok(one.x >= 0 && one.x < 900 - 140 && one.y < layout.height);
    for (const cause of one.event.causes) assert.ok(at.get(cause)!.x < one.x, `${cause} ${one.event.id}`);
  }
});

test("events of a lane stand on its ground", () => {
  const layout = wideLayout(crowded(12), 900);
  for (const one of layout.placed) {
    const ground = layout.lanes.find((lane) => lane.lane === one.event.lane)!;
    assert.ok(one.y > ground.top && one.y < ground.bottom);
  }
});

test("on a narrow page one event stands below the other, in time", () => {
  const layout = narrowLayout(crowded(20).reverse(), 350);
  assert.deepEqual(layout.placed.map((one) => one.event.id), Array.from({ length: 20 }, (_, i) => `e${i}`));
  for (let i = 1; i < layout.placed.length; i += 1) assert.ok(layout.placed[i]!.y >= layout.placed[i - 1]!.y + layout.placed[i - 1]!.lines.length * 15);
});

test("causes of the same day come first, and unknown days before all", () => {
  const ordered = inOrder([event("b", "1991-12-01", ["a"]), event("a", "1991-12-01"), event("u", "unknown")]);
  assert.deepEqual(ordered.map((one) => one.id), ["u", "a", "b"]);
});

test("a line over marks of its own row bows", () => {
  const placed = (id: string, x: number): PlacedEvent => ({ event: event(id, "1991-01-01"), x, y: 50, lines: [], row: 0 });
  const [a, b, c] = [placed("a", 10), placed("b", 60), placed("c", 120)];
  assert.ok(wideLine(a!, b!, [a!, b!, c!]).includes("L"));
  assert.ok(wideLine(a!, c!, [a!, b!, c!]).includes("C"));
});

test("titles are cut to their lines and dates lose their marks", () => {
  assert.deepEqual(titleLines("one two three four", 7, 2), ["one two", "three…"]);
  assert.equal(shortDate("[1995-04-21..1995-04-24]"), "1995-04-21–1995-04-24");
});

test("one event alone is laid out, too", () => {
  assert.equal(wideLayout([event("a", "1991-01-01")], 900).placed.length, 1);
  assert.deepEqual(wideLayout([], 900).placed, []);
});
