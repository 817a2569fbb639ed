/** How overlapping codings are drawn: each has a stripe of its own below the words, on one level as long as it goes. */
import { placeInBlock, unitsInBlock, type Block } from "./text_blocks.ts";
import type { Coding } from "./coding_types.ts";

/** A piece of a block over which the same codings go. */
export interface Run {
  text: string;
  start: number;
  /** Codings by level; `null` where the level is free. */
  levels: (Coding | null)[];
}

/** Codings of a document in the order in which they are drawn: long ones first where they begin together. */
export function drawingOrder(codings: readonly Coding[]): Coding[] {
  return [...codings].sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
}

/** Codings of each block, by its number. @param ordered as `drawingOrder` gives them. O(codings x blocks they cover) */
export function codingsOfBlocks(blocks: readonly Block[], ordered: readonly Coding[]): Coding[][] {
  const of: Coding[][] = blocks.map(() => []);
  let first = 0;
  for (const coding of ordered) {
    while (first < blocks.length && blocks[first]!.end <= coding.start) first += 1;
    for (let at = first; at < blocks.length && blocks[at]!.start < coding.end; at += 1) of[at]!.push(coding);
  }
  return of;
}

/** The level of each coding of a block: the lowest one that is free where it begins. */
export function levelsOf(codings: readonly Coding[]): Map<string, number> {
  const ends: number[] = [];
  const levels = new Map<string, number>();
  for (const coding of codings) {
    let level = ends.findIndex((end) => end <= coding.start);
    if (level < 0) level = ends.length;
    ends[level] = coding.end;
    levels.set(coding.key, level);
  }
  return levels;
}

/** A block cut where codings begin and end. @param codings of the block, in the order of drawing. */
export function runsOf(block: Block, codings: readonly Coding[]): Run[] {
  if (codings.length === 0) return [{ text: block.text, start: block.start, levels: [] }];
  const levels = levelsOf(codings);
  const cuts = new Set([0, block.text.length]);
  for (const { start, end } of codings) cuts.add(unitsInBlock(block, start)).add(unitsInBlock(block, end));
  const sorted = [...cuts].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const start = placeInBlock(block, sorted[at]!);
    const here: (Coding | null)[] = [];
    for (const coding of codings) {
      if (coding.start > start || coding.end <= start) continue;
      const level = levels.get(coding.key)!;
      while (here.length <= level) here.push(null);
      here[level] = coding;
    }
    runs.push({ text: block.text.slice(sorted[at], sorted[at + 1]), start, levels: here });
  }
  return runs;
}
