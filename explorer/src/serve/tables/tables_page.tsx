/** Any data file that the program reads: what it is, its columns, its rows, whom and when it covers. */
import { useEffect, useState } from "preact/hooks";
import { get } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Fault, Waiting } from "../message.tsx";
import { linkTo } from "../places.ts";
import { FolderBrowser } from "../start/file_choice.tsx";
import type { Overview } from "../study/study_data.ts";
import { say } from "../words.ts";
import { ColumnMap } from "./column_map.tsx";
import { CoveragePicture, type Coverage } from "./coverage_picture.tsx";

export interface TableColumn {
  name: string;
  type: "integer" | "real" | "text";
  missing: number;
  values: string[];
  least?: number;
  most?: number;
}

export interface TableInfo {
  rows: number;
  /** Bytes of the file, where only its first rows are read. */
  head_of: number;
  sha256: string;
  notes: string[];
  columns: TableColumn[];
  recognised: { role: string | null; columns?: [string, string][]; what?: string; remedy?: string };
}

const page = 100;

function Columns({ table }: { table: TableInfo }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say("serve.columns")}>
      <table>
        <caption>{say("serve.columns_count", { n: table.columns.length, rows: table.rows })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("serve.column")}</th>
            <th scope="col">{say("serve.type")}</th>
            <th scope="col">{say("serve.missing_cells")}</th>
            <th scope="col">{say("serve.range")}</th>
            <th scope="col">{say("serve.first_values")}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>{say(`serve.type_${column.type}`)}</td>
              <td class="number">{column.missing}</td>
              <td>{column.least === undefined ? "" : `${column.least} – ${column.most}`}</td>
              <td>{column.values.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rows({ file, table }: { file: string; table: TableInfo }) {
  const [first, setFirst] = useState(0);
  const { value, error } = useFetched<{ rows: (string | null)[][] }>("/api/table/rows", { file, first, count: page });
  return (
    <>
      <Fault error={error} />
      <div class="scroll" tabIndex={0} role="region" aria-label={say("serve.rows")}>
        <table>
          <caption>{say("serve.rows_from_to", { first: Math.min(first + 1, table.rows), last: Math.min(first + page, table.rows), n: table.rows })}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value?.rows.map((row, index) => (
              <tr key={first + index}>
                {row.map((cell, column) => (
                  <td key={column} class={cell === null ? "empty" : table.columns[column]?.type === "text" ? "" : "number"}>
                    {cell ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" disabled={first === 0} onClick={() => setFirst(Math.max(0, first - page))}>
          {say("serve.rows_before")}
        </button>{" "}
        <button type="button" disabled={first + page >= table.rows} onClick={() => setFirst(first + page)}>
          {say("serve.rows_after")}
        </button>
      </p>
    </>
  );
}

function TableView({ study, file }: { study: string; file: string }) {
  const { value, error } = useFetched<TableInfo>("/api/table", { file });
  const [coverage, setCoverage] = useState<Coverage | null>(null);
  useEffect(() => {
    setCoverage(null);
    if (value !== null) get<Coverage>("/api/table/coverage", { file }).then(setCoverage, () => undefined);
  }, [value, file]);
  if (value === null) return error === null ? <Waiting>{say("serve.reading")}</Waiting> : <Fault error={error} />;
  return (
    <>
      <h2>{file.split("/").pop()}</h2>
      {value.head_of > 0 && <p class="note">{say("serve.table_head", { n: value.rows, mb: Math.round(value.head_of / 1e6) })}</p>}
      <p>
        {value.recognised.role === null ? `${value.recognised.what}; ${value.recognised.remedy}` : say("serve.recognised", { role: value.recognised.role })}
      </p>
      {value.notes.map((note) => (
        <p class="quiet" key={note}>
          {note}
        </p>
      ))}
      <ColumnMap study={study} file={file} table={value} />
      <Columns table={value} />
      {coverage !== null && coverage.states.length > 0 && <CoveragePicture coverage={coverage} />}
      <Rows file={file} table={value} />
      <p class="quiet">SHA-256 {value.sha256}</p>
    </>
  );
}

/** Files are named from the folder that is served; a study names them from its own. */
export function pathInFolder(study: string, file: string): string {
  return study === "." || study === "" ? file : `${study}/${file}`;
}

export function TablesPage({ study, file }: { study: string; file: string }) {
  const { value, error } = useFetched<Overview>("/api/study", { study });
  const named = (value?.data ?? []).flatMap((data) => data.files.filter((one) => !one.startsWith("$")));
  return (
    <div class="beside narrow-left">
      <nav aria-label={say("serve.tables")}>
        <h1>{say("serve.tables")}</h1>
        <Fault error={error} />
        <ul class="file-list">
          {named.map((one) => (
            <li key={one}>
              <a href={linkTo(study, "tables", one)} aria-current={one === file ? "page" : undefined}>
                {one}
              </a>
            </li>
          ))}
        </ul>
        <details>
          <summary>{say("serve.other_files")}</summary>
          <FolderBrowser
            begin={study === "." ? "" : study}
            take={(path) => (location.hash = linkTo(study, "tables", study === "." ? path : path.startsWith(`${study}/`) ? path.slice(study.length + 1) : `/${path}`))}
          />
        </details>
      </nav>
      <section>{file === "" ? <p class="quiet">{say("serve.choose_table")}</p> : <TableView key={file} study={study} file={file.startsWith("/") ? file.slice(1) : pathInFolder(study, file)} />}</section>
    </div>
  );
}
