/** Rows that are built alike, held column by column (src/report/folded.cpp). */
const partEdge = "\x1e";
const columnsBegin = "\x04";
const blockEdge = "\x1c";
const columnEdge = "\x1d";
const cellEdge = "\x1f";
const slotMark = "\x1a";
/** Stands before the number of a text that occurs more than once (src/report/phrases.cpp). */
const phrase = /\x1b(\d+);/g;

/** The parts of a pack as markup, their rows written out. */
export function partsOf(pack: string): string[] {
  const [written, columnsWritten, said] = pack.split(columnsBegin);
  const phrases = (said ?? "").split(partEdge);
  const [parts, columns] = [written, columnsWritten].map((text) => text?.replace(phrase, (_, number) => phrases[Number(number)]!));
  // Of all blocks the first columns, then of all the second: each block takes the next of as many as its row has slots for.
  const blocks = (columns ?? "").split(partEdge).map((column) => column.split(columnEdge));
  const taken = blocks.map(() => 0);
  const rowsOf = (row: string): string => {
    const [before, ...slots] = row.split(slotMark);
    const numbers = slots.map((slot) => slot.charCodeAt(0) - "0".charCodeAt(0));
    const cells = Array.from({ length: Math.max(...numbers) + 1 }, (_, i) => blocks[i]![taken[i]!++]!.split(cellEdge));
    return cells[0]!.map((_, i) => slots.reduce((written, slot, at) => written + cells[numbers[at]!]![i]! + slot.slice(1), before!)).join("");
  };
  return parts!.split(partEdge).map((part) => part.split(blockEdge).map((piece, i) => (i % 2 === 0 ? piece : rowsOf(piece))).join(""));
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The text that markup shows, without building elements of it. */
export function shownText(markup: string): string {
  return markup.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);
}
