/** Running a study: how far it is, stopping it, what it said. */
import { useEffect, useRef, useState } from "preact/hooks";
import { get, post } from "../api.ts";
import { useEvery } from "../fetched.ts";
import { Command, Fault } from "../message.tsx";
import { language, say } from "../words.ts";
import type { Run } from "./study_data.ts";

/** Follows the run of a study, here or in another tab. @param ended called when a run has ended */
export function useRun(study: string, which: "output" | "trial", ended: (run: Run) => void): { run: Run | null; follow: (run: Run) => void } {
  const [run, setRun] = useState<Run | null>(null);
  const before = useRef<Run | null>(null);
  const take = (next: Run): void => {
    const last = before.current;
    before.current = next;
    setRun(next);
    if (next.phase !== "running" && last !== null && (last.phase === "running" || last.number !== next.number)) ended(next);
  };
  const ask = (): void => void get<Run>("/api/study/run", { study, which }).then(take, () => undefined);
  useEffect(ask, [study, which]);
  useEvery(run?.phase === "running" ? 400 : 4000, ask);
  return { run, follow: take };
}

export function RunBar({ study, run, follow, disabled }: { study: string; run: Run | null; follow: (run: Run) => void; disabled: boolean }) {
  const [error, setError] = useState<unknown>(null);
  const ask = (path: string): void => {
    setError(null);
    post<Run>(path, { language: language.value }, { study }).then(follow, setError);
  };
  const running = run?.phase === "running";
  return (
    <section class="run" aria-label={say("serve.run")}>
      <p>
        {running ? (
          <button type="button" class="main" onClick={() => ask("/api/study/stop")}>
            {say("serve.stop")}
          </button>
        ) : (
          <button type="button" class="main" disabled={disabled} onClick={() => ask("/api/study/run")}>
            {say("serve.run")}
          </button>
        )}{" "}
        <span role="status">{run === null || run.phase === "idle" ? "" : phaseWords(run)}</span>
      </p>
      {running && <progress aria-label={say("serve.progress")} value={run.total > 0 ? run.done / run.total : undefined} />}
      {running && <p class="step quiet">{run.step}</p>}
      <Fault error={error} />
      {run !== null && run.said.length > 0 && (
        <details open={run.phase === "failed"}>
          <summary>{say("serve.said", { n: run.said.length })}</summary>
          <pre class="said" tabIndex={0}>
            {run.said.join("\n")}
          </pre>
        </details>
      )}
      {run !== null && run.command !== "" && <Command text={run.command} />}
    </section>
  );
}

function phaseWords(run: Run): string {
  return say(`serve.phase_${run.phase}`, { seconds: Math.round(run.seconds), n: run.finished.length });
}
