/**
 * Texts in blocks, and places in them. The server counts Unicode code points, the browser UTF-16 units: they differ
 * behind characters such as 😀.
 */

/** A piece of a text that is shown as a paragraph; all blocks together are the text. */
export interface Block {
  start: number;
  end: number;
  text: string;
  /** Has it characters of two units? */
  wide: boolean;
}

const surrogate = /[\ud800-\udbff]/;

export function pointLength(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

/** Units of the first code points of a text. */
export function unitsOf(text: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left -= 1) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  return units;
}

/** Where a place of a text stands in a block, in units; the ends of the block for places outside. */
export function unitsInBlock(block: Block, place: number): number {
  const points = Math.max(0, Math.min(place, block.end) - block.start);
  return block.wide ? unitsOf(block.text, points) : points;
}

/** The place of a text for units of a block. */
export function placeInBlock(block: Block, units: number): number {
  return block.start + (block.wide ? pointLength(block.text.slice(0, units)) : Math.min(units, block.text.length));
}

/** The last end of a sentence, or else of a word, in front of `most` units. */
function cutOf(text: string, most: number): number {
  const head = text.slice(0, most);
  const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "), head.lastIndexOf("? "), head.lastIndexOf("; "));
  if (sentence > most / 3) return sentence + 2;
  const word = head.lastIndexOf(" ");
  if (word > most / 3) return word + 1;
  return /[\ud800-\udbff]$/.test(head) ? most - 1 : most;
}

/** Blocks of a text that begins at a place: its paragraphs with their line ends; long ones are cut behind a sentence. */
export function blocksOf(text: string, from = 0, most = 1500): Block[] {
  const blocks: Block[] = [];
  let start = from;
  const add = (part: string): void => {
    const wide = surrogate.test(part);
    const end = start + (wide ? pointLength(part) : part.length);
    blocks.push({ start, end, text: part, wide });
    start = end;
  };
  for (const [paragraph] of text.matchAll(/[^\n]*\n+|[^\n]+$/g)) {
    let rest = paragraph;
    while (rest.length > most) {
      const cut = cutOf(rest, most);
      add(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    if (rest !== "") add(rest);
  }
  return blocks;
}

/** Blocks with another piece of the text behind them: the last one may go on in it. */
export function withPiece(blocks: readonly Block[], piece: string): Block[] {
  const last = blocks[blocks.length - 1];
  if (last === undefined) return blocksOf(piece);
  return [...blocks.slice(0, -1), ...blocksOf(last.text + piece, last.start)];
}

/** The block that holds a place; the last one for places behind. O(log blocks) */
export function blockAt(blocks: readonly Block[], place: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The text between two places. */
export function textBetween(blocks: readonly Block[], start: number, end: number): string {
  let text = "";
  for (let at = blockAt(blocks, start); at < blocks.length && blocks[at]!.start < end; at += 1) {
    const block = blocks[at]!;
    text += block.text.slice(unitsInBlock(block, start), unitsInBlock(block, end));
  }
  return text;
}

/** The sentence of a block around a place, without blanks around it: up to a sign that ends it, with a blank behind. */
export function sentenceAround(block: Block, place: number): { start: number; end: number } | null {
  const at = unitsInBlock(block, place);
  let index = 0;
  for (const [segment] of block.text.matchAll(/[^]*?(?:[.!?…。！？]+["'»”’)]*\s+|\n+|$)/g)) {
    const after = index + segment.length;
    if (segment !== "" && (at < after || after === block.text.length)) {
      const begin = after - segment.trimStart().length;
      const end = index + segment.trimEnd().length;
      return end > begin ? { start: placeInBlock(block, begin), end: placeInBlock(block, end) } : null;
    }
    index = after;
  }
  return null;
}
