/** What is behind a number: value, formula and its source, settings, inputs and the rows of theirs that entered it. */
import { useState } from "preact/hooks";
import { useFetched } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { ResultTable, type Row } from "../tables/result_table.tsx";
import { language, say } from "../words.ts";

interface RowsOfInput {
  key: string;
  files: string[];
  note: string;
  why_none: string;
  changed: boolean;
  rows_of_input: number;
  rows_used: number;
  shown: { file: string; line: number; cells: Row }[];
}

interface Claim {
  id: string;
  measures: string;
  subject: string;
  value: number | string | null;
  interval: { lower?: number; upper?: number; level?: number } | [number, number] | null;
  statement: string;
  unit: string;
  no_interval: string;
  formula: string;
  formula_source: string;
  parameters: Record<string, unknown>;
  inputs: { key: string; files: { path: string; sha256: string; rows: number }[] }[];
  rows?: RowsOfInput[];
  reproduce: string;
}

const first = 20;

function Numbers({ claim }: { claim: Claim }) {
  const interval = Array.isArray(claim.interval) ? claim.interval : claim.interval === null ? null : [claim.interval.lower, claim.interval.upper];
  // Formulas and their sources are cited as they stand, in English.
  const lines: [name: string, value: string, language?: string][] = [
    [say("serve.value"), `${claim.value ?? claim.statement}${interval === null ? "" : ` (${interval.join(" – ")})`} ${claim.value === null ? "" : claim.unit}`],
    [say("serve.no_interval"), interval === null && claim.value !== null ? claim.no_interval : ""],
    [say("serve.measures"), claim.measures],
    [say("serve.subject"), claim.subject],
    [say("serve.formula"), claim.formula, "en"],
    [say("serve.formula_source"), claim.formula_source, "en"],
    [say("serve.settings"), Object.entries(claim.parameters).filter(([, value]) => value !== "").map(([name, value]) => `${name} = ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ")],
  ];
  return (
    <dl class="told">
      {lines
        .filter(([, value]) => value.trim() !== "")
        .map(([name, value, language]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={language}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Rows({ rows }: { rows: RowsOfInput }) {
  const table = rows.shown.map(({ file, line, cells }): Row => ({ [say("serve.file")]: rows.files.length > 1 ? file : null, [say("serve.file_line")]: line, ...cells }));
  return (
    <>
      <h3>
        {rows.key}: {say("serve.rows_entered", { used: rows.rows_used, all: rows.rows_of_input })}
      </h3>
      <p class="quiet">
        {rows.files.join(", ")}. {rows.note} {rows.why_none}
      </p>
      {rows.changed && <p class="fault">{say("serve.file_changed")}</p>}
      {table.length > 0 && <ResultTable rows={rows.files.length > 1 ? table : table.map((row) => Object.fromEntries(Object.entries(row).slice(1)) as Row)} caption={rows.key} />}
    </>
  );
}

export function ClaimPanel({ study, which, claim, close }: { study: string; which: string; claim: string; close: () => void }) {
  const [most, setMost] = useState(first);
  const spoken = useSignal(language);
  const { value, error } = useFetched<{ result: Claim; command: string }>("/api/study/claim", { study, which, id: claim, rows: most, language: spoken });
  const more = value !== null && (value.result.rows ?? []).some((one) => one.rows_used > one.shown.length && one.shown.length > 0);
  return (
    <section class="claim-panel" aria-label={say("serve.behind", { claim })}>
      <h2>{say("serve.behind", { claim })}</h2>
      <button type="button" onClick={close}>
        {say("serve.close")}
      </button>
      <Fault error={error} />
      {value === null && error === null && <Waiting>{say("serve.looking")}</Waiting>}
      {value !== null && (
        <>
          <Numbers claim={value.result} />
          {(value.result.rows ?? []).map((one) => (
            <Rows key={one.key} rows={one} />
          ))}
          {more && (
            <button type="button" onClick={() => setMost(most * 10)}>
              {say("serve.more_rows_behind", { n: most * 10 })}
            </button>
          )}
          <Command text={value.result.reproduce} />
          <Command text={value.command} />
        </>
      )}
    </section>
  );
}
