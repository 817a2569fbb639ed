/** What is behind a number: formula, inputs and the rows that entered it. */
import { useState } from "preact/hooks";
import { useFetched } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { ResultTable, type Row } from "../tables/result_table.tsx";
import { say } from "../words.ts";

interface Input {
  path?: string;
  role?: string;
  sha256?: string;
  rows_used?: { columns?: string[]; rows?: unknown[]; note?: string; n?: number };
}

/** Whatever the program tells of a claim, by its keys: nested things as lists, tables as tables. */
function Told({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && !Array.isArray(one)) && value.length > 1 && value.every((one) => Object.values(one as object).every((cell) => typeof cell !== "object" || cell === null)))
    return <ResultTable rows={value as Row[]} caption={name} />;
  if (typeof value === "object")
    return (
      <dl class="told">
        {Object.entries(value as Record<string, unknown>).map(([key, one]) =>
          typeof one === "object" && one !== null ? (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                <Told name={key} value={one} />
              </dd>
            </div>
          ) : one === null || one === "" ? null : (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{String(one)}</dd>
            </div>
          ),
        )}
      </dl>
    );
  return <span>{String(value)}</span>;
}

export function ClaimPanel({ study, which, claim, close }: { study: string; which: string; claim: string; close: () => void }) {
  const [rows, setRows] = useState(20);
  const { value, error } = useFetched<{ result: { inputs?: Input[] } & Record<string, unknown>; command: string }>("/api/study/claim", { study, which, id: claim, rows });
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
          <Told name={claim} value={value.result} />
          <Command text={value.command} />
          <button type="button" onClick={() => setRows(rows * 10)}>
            {say("serve.more")}
          </button>
        </>
      )}
    </section>
  );
}
