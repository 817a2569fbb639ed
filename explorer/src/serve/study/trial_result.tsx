/** What a trial changed, and the switch between the report before and after. */
import { useEffect, useRef } from "preact/hooks";
import { useFetched } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { ResultTable, type Row } from "../tables/result_table.tsx";
import { say } from "../words.ts";
import { changesOf } from "./trial_changes.ts";
import type { Run } from "./study_data.ts";

export type Which = "output" | "trial";

function Changed({ rows }: { rows: readonly Row[] }) {
  const changes = changesOf(rows);
  const verdict = (word: string): string => say(`serve.verdict_${word.replace(" ", "_")}`);
  return (
    <>
      <p>
        <strong>{say("serve.changed_count", { verdicts: changes.verdicts.length, numbers: changes.numbers.length })}</strong>{" "}
        {changes.come.length + changes.gone.length > 0 && say("serve.changed_more", { come: changes.come.length, gone: changes.gone.length })}
      </p>
      {changes.verdicts.length > 0 && (
        <ul>
          {changes.verdicts.map((one) => (
            <li key={one.id}>
              {one.id}: {verdict(one.before)} → <strong>{verdict(one.after)}</strong>
            </li>
          ))}
        </ul>
      )}
      {changes.numbers.length > 0 && (
        <ResultTable
          caption={say("serve.numbers_changed")}
          rows={changes.numbers.map((one): Row => ({ [say("serve.number")]: one.id, [say("serve.before")]: one.before, [say("serve.after")]: one.after, [say("serve.difference")]: one.difference }))}
        />
      )}
    </>
  );
}

export function TrialResult({ study, run, which, show }: { study: string; run: Run; which: Which; show: (which: Which) => void }) {
  const place = useRef<HTMLElement>(null);
  const { value, error } = useFetched<{ result: Row[]; command: string }>(run.phase === "done" || run.phase === "failed" ? "/api/study/changes" : null, { study, number: run.number });
  useEffect(() => place.current?.scrollIntoView({ block: "start" }), [value === null]);
  return (
    <section ref={place} aria-label={say("serve.what_changed")}>
      <h2>{say("serve.what_changed")}</h2>
      <p role="group" aria-label={say("serve.report_shown")} class="switch">
        {(["output", "trial"] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === which} onClick={() => show(one)}>
            {say(one === "output" ? "serve.before" : "serve.after")}
          </button>
        ))}
      </p>
      {run.phase === "failed" && <pre class="said fault">{run.said.join("\n")}</pre>}
      <Fault error={error} />
      {value === null && error === null && <Waiting>{say("serve.looking")}</Waiting>}
      {value !== null && (value.result.some((row) => !String(row["kind"]).startsWith("input")) ? <Changed rows={value.result} /> : <p>{say("serve.nothing_changed")}</p>)}
      {value !== null && <Command text={value.command} />}
    </section>
  );
}
