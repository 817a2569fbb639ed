import type { Cell, Figure } from "./figure_data.ts";

/** As the tables of a run write a list: "; " between the items, those that hold a semicolon or a quote in double quotes. */
function listCell(items: string[]): string {
  return items.map((item) => (item !== "" && item === item.trim() && !/[;"]/.test(item) ? item : `"${item.replaceAll('"', '""')}"`)).join("; ");
}

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = Array.isArray(cell) ? listCell(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The data of a figure as CSV (RFC 4180), all digits, missing cells empty. What is said of the origin stands in a last
 * column of every row: lines of comment at the head would be data to most programs that read tables.
 */
export function figureCsv(figure: Pick<Figure, "columns" | "rows">, origin: string | null = null): string {
  const last = (cell: string): Cell[] => (origin === null ? [] : [cell]);
  const rows = [[...figure.columns, ...last("origin")], ...figure.rows.map((row) => [...row, ...last(origin ?? "")])];
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}
