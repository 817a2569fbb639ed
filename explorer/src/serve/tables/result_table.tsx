/** A table of results: rows as the program gives them. */
import { useState } from "preact/hooks";
import { numberFormat } from "../../figure/decimals.ts";
import { language, say } from "../words.ts";

export type Cell = string | number | null | string[];
export type Row = Record<string, Cell>;

const page = 50;

function shown(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (Array.isArray(cell)) return cell.join(", ");
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : numberFormat(language.value).format(Number(cell.toPrecision(6)));
  return cell;
}

export function ResultTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const [most, setMost] = useState(page);
  const columns = [...new Set(rows.slice(0, 1000).flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return <p>{say("serve.no_rows")}</p>;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>{say("serve.rows_of", { n: rows.length, table: caption })}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column} class={typeof row[column] === "number" ? "number" : ""}>
                    {shown(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + 10 * page)}>
          {say("serve.more_rows", { n: rows.length - most })}
        </button>
      )}
    </>
  );
}
