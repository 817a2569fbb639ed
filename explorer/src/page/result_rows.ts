/** Rows of a result file behind the rows of a table. */
interface RowsOfFile {
  file: string;
  /** As text, by the number of the row shown; the last of a file that has no more than the others. */
  rows: string[];
}

/** Every row of "2-4, 20" by itself. */
function eachRow(runs: string): string[] {
  return runs.split(", ").flatMap((run) => {
    const [first, last] = run.split("-").map(Number) as [number, number | undefined];
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => String(first + i));
  });
}

/** What `data-rows` says (`rows_behind` in report/table_html.hpp): "votes.csv 2-14, 20; votes.summary.csv 3 | 5-6". */
export function rowsBehind(said: string): RowsOfFile[] {
  return said.split("; ").map((source) => {
    const blank = source.indexOf(" ");
    const rows = source.slice(blank + 1);
    return { file: source.slice(0, blank), rows: rows.includes(" | ") ? rows.split(" | ") : eachRow(rows) };
  });
}

/** "results/votes.csv 17" for the row shown at a place of a table. */
export function originOfRow(said: string, place: number): string {
  const files = rowsBehind(said).filter(({ rows }) => rows[place] !== undefined && rows[place] !== "–");
  return files.map(({ file, rows }) => `results/${file} ${rows[place]}`).join("; ");
}

/** A row under the pointer says which row of which file of results its numbers come from. */
export function tellRows(): void {
  document.addEventListener("pointerover", ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("table[data-rows] > tbody > tr:not([title])") : null;
    if (row?.parentElement)
      row.title = originOfRow(row.closest("table")!.dataset.rows!, Array.from(row.parentElement.children).indexOf(row));
  });
}
