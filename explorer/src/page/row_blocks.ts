/** Rows that are built alike, held column by column (src/report/folded.cpp). */
const blockEdge = "\x1c";
const columnEdge = "\x1d";
const cellEdge = "\x1f";
const slotMark = "\x1a";

function rowsOf(block: string): string {
  const [row, ...columns] = block.split(columnEdge);
  const cells = columns.map((column) => column.split(cellEdge));
  const [before, ...slots] = row!.split(slotMark);
  const filled = slots.map((slot) => ({ of: cells[slot.charCodeAt(0) - "0".charCodeAt(0)]!, after: slot.slice(1) }));
  return cells[0]!.map((_, i) => filled.reduce((written, slot) => written + slot.of[i]! + slot.after, before!)).join("");
}

/** The markup of a packed part, its rows written out. */
export function writtenOut(part: string): string {
  return part.split(blockEdge).map((piece, i) => (i % 2 === 0 ? piece : rowsOf(piece))).join("");
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The text that markup shows, without building elements of it. */
export function shownText(markup: string): string {
  return markup.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);
}
