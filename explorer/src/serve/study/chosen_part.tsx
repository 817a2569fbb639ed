/** What is chosen in the graph: its settings, why it is not fresh, its result. */
import { useState } from "preact/hooks";
import { get } from "../api.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { linkTo } from "../places.ts";
import { ResultTable, type Row } from "../tables/result_table.tsx";
import { local, say } from "../words.ts";
import { EditForm } from "./edit_form.tsx";
import { PropositionForm } from "./proposition_form.tsx";
import type { Analysis, Overview, Part, Proposition, StudyData } from "./study_data.ts";
import type { Node } from "./study_graph.ts";

function Reasons({ parts, node }: { parts: readonly Part[]; node: Node }) {
  const part = parts.find((one) => one.kind === node.kind && one.id === node.id);
  if (part?.why === undefined || part.why === null || part.why.length === 0) return null;
  return (
    <ul class="reasons">
      {part.why.map((why) => (
        <li key={why}>{why}</li>
      ))}
    </ul>
  );
}

function Data({ study, data }: { study: string; data: StudyData }) {
  return (
    <>
      <p>{local(data.note)}</p>
      <ul>
        {data.files.map((file) => (
          <li key={file}>{file.startsWith("$") ? <code>{file}</code> : <a href={linkTo(study, "tables", file)}>{file}</a>}</li>
        ))}
      </ul>
      {data.result !== "" && <p>{say("serve.result_of", { analysis: data.result })}</p>}
      {data.state !== undefined && data.state !== "raw" && <p class="quiet">{say(`serve.data_${data.state}`)} {data.why}</p>}
      {data.columns.length > 0 && (
        <table>
          <caption>{say("serve.columns_renamed")}</caption>
          <tbody>
            {data.columns.map(([ours, theirs]) => (
              <tr key={ours}>
                <th scope="row">{ours}</th>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Result({ study, analysis }: { study: string; analysis: string }) {
  const [state, setState] = useState<{ rows: Row[]; command: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const ask = (): void => {
    setAsking(true);
    setError(null);
    get<{ result: Row[]; command: string }>("/api/study/result", { study, analysis })
      .then(({ result, command }) => setState({ rows: result, command }), setError)
      .finally(() => setAsking(false));
  };
  return (
    <>
      <p>
        <button type="button" disabled={asking} onClick={ask}>
          {say("serve.show_result")}
        </button>
      </p>
      {asking && <Waiting>{say("serve.computing")}</Waiting>}
      <Fault error={error} />
      {state !== null && (
        <>
          <Command text={state.command} />
          <ResultTable rows={state.rows} caption={analysis} />
        </>
      )}
    </>
  );
}

function AnalysisPart({ study, overview, analysis, changed }: { study: string; overview: Overview; analysis: Analysis; changed: () => void }) {
  return (
    <>
      <p class="quiet">
        {analysis.method}, {say("serve.reads", { data: analysis.data.join(", ") })}
      </p>
      <h3>{say("serve.settings")}</h3>
      <EditForm key={analysis.id} study={study} version={overview.version} analysis={analysis} changed={changed} />
      <h3>{say("serve.result")}</h3>
      <Result key={`result ${analysis.id}`} study={study} analysis={analysis.id} />
    </>
  );
}

const judgedIn = (parts: readonly Part[], id: string): boolean => parts.some((one) => one.kind === "proposition" && one.id === id && one.state !== "not run");

function PropositionPart({ study, overview, proposition, judged, changed }: { study: string; overview: Overview; proposition: Proposition; judged: boolean; changed: (id?: string) => void }) {
  return (
    <>
      <p>{local(proposition.text)}</p>
      <ul>
        {proposition.tests.map((test) => (
          <li key={test.path}>
            {test.part !== "test" && <span class="quiet">{say(`serve.part_${test.part}`)}: </span>}
            {local((overview.analyses ?? []).find((one) => one.id === test.analysis)?.title) || test.analysis}: {local(test.words)}
            {test.data_seen && <span title={say("serve.data_seen")}> †</span>}
            <br />
            <code>
              {test.analysis}.{test.quantity} {test.criterion}
            </code>
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo(study, "report")}>{say("serve.verdict_in_report")}</a>
      </p>
      <details>
        <summary>{say("serve.change_proposition")}</summary>
        <PropositionForm key={`${proposition.id} ${overview.version}`} study={study} overview={overview} proposition={proposition} judged={judged} changed={changed} />
      </details>
    </>
  );
}

interface Props {
  study: string;
  overview: Overview;
  parts: readonly Part[];
  node: Node | null;
  /** Something was written; `id`: the proposition to be shown then, none if empty. */
  changed: (id?: string) => void;
}

export function ChosenPart({ study, overview, parts, node, changed }: Props) {
  if (node?.kind === "proposition" && node.id === "")
    return (
      <aside class="part">
        <h2>{say("serve.new_proposition")}</h2>
        <PropositionForm study={study} overview={overview} proposition={null} judged={false} changed={changed} />
      </aside>
    );
  if (node === null)
    return (
      <aside class="part quiet">
        <p>{say("serve.choose_part")}</p>
      </aside>
    );
  const data = node.kind === "data" ? overview.data?.find((one) => one.key === node.id) : undefined;
  const analysis = node.kind === "analysis" ? overview.analyses?.find((one) => one.id === node.id) : undefined;
  const proposition = node.kind === "proposition" ? overview.propositions?.find((one) => one.id === node.id) : undefined;
  const line = data?.line ?? analysis?.line ?? proposition?.line;
  return (
    <aside class="part">
      <h2>{node.id}</h2>
      {analysis !== undefined && <p>{local(analysis.title)}</p>}
      <Reasons parts={parts} node={node} />
      {data !== undefined && <Data study={study} data={data} />}
      {analysis !== undefined && <AnalysisPart study={study} overview={overview} analysis={analysis} changed={changed} />}
      {proposition !== undefined && <PropositionPart study={study} overview={overview} proposition={proposition} judged={judgedIn(parts, proposition.id)} changed={changed} />}
      {line !== undefined && (
        <p>
          <a href={linkTo(study, "file", String(line))}>{say("serve.in_file", { line: String(line) })}</a>
        </p>
      )}
    </aside>
  );
}
