/** What may be taken along: the report as one file, tables of results, all of it for a journal. */
import { useState } from "preact/hooks";
import { address, post } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { say } from "../words.ts";

export function TakeAlong({ study, number }: { study: string; number: number }) {
  const { value, error } = useFetched<{ files: string[] }>("/api/study/files", { study, number });
  const [crate, setCrate] = useState<{ folder: string; command: string } | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const link = (file: string): string => address("/download", { study, file });
  const write = (): void => {
    setAsking(true);
    setRefused(null);
    post<{ folder: string; command: string }>("/api/study/crate", {}, { study }).then(setCrate, setRefused).finally(() => setAsking(false));
  };
  const tables = (value?.files ?? []).filter((file) => file.endsWith(".csv"));
  return (
    <details class="take-along">
      <summary>{say("serve.take_along")}</summary>
      <Fault error={error} />
      <p>
        <a class="button" href={link("report.html")} download>
          {say("serve.report_file")}
        </a>
      </p>
      <p class="quiet">{say("serve.report_file_lead")}</p>
      <details>
        <summary>{say("serve.result_tables", { n: tables.length })}</summary>
        <ul>
          {tables.map((file) => (
            <li key={file}>
              <a href={link(file)} download>
                {file.replace("results/", "")}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <p>
        <button type="button" disabled={asking} onClick={write}>
          {say("serve.write_crate")}
        </button>
      </p>
      <p class="quiet">{say("serve.write_crate_lead")}</p>
      {asking && <Waiting>{say("serve.writing")}</Waiting>}
      <Fault error={refused} />
      {crate !== null && (
        <>
          <p role="status">
            {say("serve.crate_written")} <code>{crate.folder}</code>
          </p>
          <Command text={crate.command} />
        </>
      )}
    </details>
  );
}
