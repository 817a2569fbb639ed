import type { Cell, Figure } from "./figure_data.ts";

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = Array.isArray(cell) ? cell.join(";") : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The data of a figure as CSV (RFC 4180), all digits, missing cells empty. */
export function figureCsv(figure: Figure): string {
  return [figure.columns, ...figure.rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}
