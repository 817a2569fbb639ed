/** A study: what leads to what in it, how fresh it is, running it; the settings and results of what is chosen. */
import { useState } from "preact/hooks";
import { useFetched } from "../fetched.ts";
import { Fault, Problems, Waiting } from "../message.tsx";
import { linkTo } from "../places.ts";
import { useSignal } from "../signal.ts";
import { language, local, say, short } from "../words.ts";
import { ChosenPart } from "./chosen_part.tsx";
import { GraphView } from "./graph_view.tsx";
import { RunBar, useRun } from "./run_bar.tsx";
import type { Overview, Part } from "./study_data.ts";
import type { Node } from "./study_graph.ts";

export function StudyPage({ study }: { study: string }) {
  useSignal(language);
  const overview = useFetched<Overview>("/api/study", { study });
  const status = useFetched<{ result: Part[] }>("/api/study/status", { study });
  const [chosen, setChosen] = useState<Node | null>(null);
  const { run, follow } = useRun(study, "output", () => status.again());
  const changed = (proposition?: string): void => {
    if (proposition !== undefined) setChosen(proposition === "" ? null : { kind: "proposition", id: proposition });
    overview.again();
    status.again();
  };
  const value = overview.value;
  if (value === null) return overview.error === null ? <Waiting>{say("serve.looking")}</Waiting> : <Fault error={overview.error} />;
  const faulty = value.problems.some((problem) => !problem.warning);
  const parts = status.value?.result ?? [];
  const stale = parts.filter((part) => part.kind === "analysis" && part.state !== "fresh").length;
  return (
    <div class="study">
      <h1>{short(local(value.title)) || study}</h1>
      {value.years !== undefined && (
        <p class="quiet">
          {say("serve.study_line", { focus: value.focus ?? "", first: String(value.years[0]), last: String(value.years[1]), poles: (value.poles ?? []).map((pole) => local(pole.name) || pole.id).join(", ") })}
        </p>
      )}
      <Problems problems={value.problems} go={(line) => (location.hash = linkTo(study, "file", String(line)))} />
      <RunBar study={study} run={run} follow={follow} disabled={faulty} />
      {!faulty && parts.length > 0 && run?.phase !== "running" && <p>{stale === 0 ? say("serve.all_fresh") : say("serve.some_stale", { n: stale })}</p>}
      {!faulty && (
        <div class="beside wide-left">
          <GraphView study={value} parts={parts} run={run} chosen={chosen?.id === "" ? null : chosen} choose={setChosen} />
          <ChosenPart study={study} overview={value} parts={parts} node={chosen} changed={changed} />
        </div>
      )}
    </div>
  );
}
