/** The report with controls: what a change of the study does to it, before and after; from every number down to its rows. */
import { useEffect, useRef, useState } from "preact/hooks";
import { address, post } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Fault, Waiting } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import { ClaimPanel } from "./claim_panel.tsx";
import { Controls, controlEdits, type Typed } from "./controls.tsx";
import { KeepChanges } from "./keep_changes.tsx";
import { useRun } from "./run_bar.tsx";
import { TakeAlong } from "./take_along.tsx";
import { TrialResult, type Which } from "./trial_result.tsx";
import type { Overview, Run } from "./study_data.ts";

/** How far the report was read: the one after a trial opens at the same place. */
let readTo = 0;

/** The report in a frame. Links on numbers open what is behind them beside it. */
function ReportFrame({ study, which, number, open }: { study: string; which: Which; number: number; open: (claim: string) => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const spoken = useSignal(language);
  const speak = (): void => {
    const report = frame.current?.contentDocument;
    // Elements of the frame are of its own classes, not of those of this page.
    const button = report?.getElementById(`language-${spoken}`) as HTMLInputElement | null | undefined;
    if (button !== null && button !== undefined && !button.checked) button.click();
  };
  const loaded = (): void => {
    speak();
    const view = frame.current?.contentWindow;
    view?.scrollTo(0, readTo);
    view?.addEventListener("scroll", () => (readTo = view.scrollY));
    frame.current?.contentDocument?.addEventListener("click", (event) => {
      const link = (event.target as Element | null)?.closest?.("a.claim");
      const claim = link?.getAttribute("href")?.replace(/^#(claim-)?/, "");
      if (claim === undefined) return;
      event.preventDefault();
      open(decodeURIComponent(claim));
    });
  };
  useEffect(speak, [spoken]);
  return <iframe ref={frame} class="report" title={say("serve.page_report")} src={address("/report", { study, which, number })} onLoad={loaded} />;
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
