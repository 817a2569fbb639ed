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

/** The data of a figure as CSV (RFC 4180), all digits, missing cells empty. */
export function figureCsv(figure: Pick<Figure, "columns" | "rows">): string {
  return [figure.columns, ...figure.rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}
