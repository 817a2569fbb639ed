/** The report with controls: what a change of the study does to it, before and after; from every number down to its rows. */
import { useEffect, useRef, useState } from "preact/hooks";
import { address, post } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { ResultTable, type Row } from "../tables/result_table.tsx";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import { ClaimPanel } from "./claim_panel.tsx";
import { Controls, controlEdits, type Typed } from "./controls.tsx";
import { KeepChanges } from "./keep_changes.tsx";
import { useRun } from "./run_bar.tsx";
import { TakeAlong } from "./take_along.tsx";
import type { Overview, Run } from "./study_data.ts";

type Which = "output" | "trial";

/** The report in a frame. Links on numbers open what is behind them beside it. */
function ReportFrame({ study, which, number, open }: { study: string; which: Which; number: number; open: (claim: string) => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const spoken = useSignal(language);
  const speak = (): void => {
    const report = frame.current?.contentDocument;
    const button = report?.getElementById(`language-${spoken}`);
    if (button instanceof HTMLInputElement && !button.checked) button.click();
  };
  const loaded = (): void => {
    speak();
    frame.current?.contentDocument?.addEventListener("click", (event) => {
      const link = event.target instanceof Node ? (event.target as Element).closest?.("a.claim") : null;
      const claim = link?.getAttribute("href")?.replace(/^#(claim-)?/, "");
      if (claim === undefined) return;
      event.preventDefault();
      open(decodeURIComponent(claim));
    });
  };
  useEffect(speak, [spoken]);
  return <iframe ref={frame} class="report" title={say("serve.page_report")} src={address("/report", { study, which, number })} onLoad={loaded} />;
}

function TrialResult({ study, run, which, show }: { study: string; run: Run; which: Which; show: (which: Which) => void }) {
  const { value, error } = useFetched<{ result: Row[]; command: string }>(run.phase === "done" || run.phase === "failed" ? "/api/study/changes" : null, { study, number: run.number });
  return (
    <section aria-label={say("serve.what_changed")}>
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
      {value !== null && (value.result.length === 0 ? <p>{say("serve.nothing_changed")}</p> : <ResultTable rows={value.result} caption={say("serve.what_changed")} />)}
      {value !== null && <Command text={value.command} />}
    </section>
  );
}

export function ReportPage({ study }: { study: string }) {
  useSignal(language);
  const overview = useFetched<Overview>("/api/study", { study });
  const [typed, setTyped] = useState<Typed>({});
  const [claim, setClaim] = useState<string | null>(null);
  const [which, setWhich] = useState<Which>("output");
  const [there, setThere] = useState<boolean | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const look = (): void => void fetch(address("/report", { study }), { method: "HEAD" }).then((answer) => setThere(answer.ok), () => setThere(false));
  useEffect(look, [study]);
  const output = useRun(study, "output", look);
  const trial = useRun(study, "trial", (run) => {
    if (run.phase !== "stopped" && tried) setWhich("trial");
  });
  const edits = overview.value === null ? [] : controlEdits(overview.value, typed);
  const attempt = (): void => {
    setError(null);
    setTried(true);
    post<Run>("/api/study/trial", { edits, language: language.value }, { study }).then(trial.follow, setError);
  };
  const kept = (): void => {
    setTyped({});
    setTried(false);
    setWhich("output");
    overview.again();
  };
  const running = trial.run?.phase === "running";
  if (there === false) return <p>{say("serve.no_report")}</p>;
  return (
    <div class="beside report-page">
      <aside class="controls">
        <h1>{say("serve.page_report")}</h1>
        {there === true && <TakeAlong study={study} number={output.run?.number ?? 0} />}
        <p class="quiet">{say("serve.controls_lead")}</p>
        {overview.value !== null && <Controls study={overview.value} typed={typed} change={setTyped} />}
        <p>
          {running ? (
            <button type="button" class="main" onClick={() => void post<Run>("/api/study/stop", {}, { study, which: "trial" }).then(trial.follow, setError)}>
              {say("serve.stop")}
            </button>
          ) : (
            <button type="button" class="main" disabled={edits === null || edits.length === 0} onClick={attempt}>
              {say("serve.try")}
            </button>
          )}
        </p>
        {running && <Waiting>{trial.run?.step}</Waiting>}
        <Fault error={error} />
        {tried && trial.run !== null && !running && trial.run.phase !== "idle" && <TrialResult study={study} run={trial.run} which={which} show={setWhich} />}
        {tried && !running && edits !== null && edits.length > 0 && overview.value !== null && <KeepChanges study={study} version={overview.value.version} edits={edits} kept={kept} run={output.follow} />}
        {claim !== null && <ClaimPanel key={claim} study={study} which={which} claim={claim} close={() => setClaim(null)} />}
      </aside>
      {there === true && <ReportFrame key={which} study={study} which={which} number={(which === "trial" ? trial.run?.number : output.run?.number) ?? 0} open={setClaim} />}
    </div>
  );
}
