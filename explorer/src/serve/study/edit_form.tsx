/** The settings of an analysis: what a form changes is shown as lines of study.toml before it is written. */
import { useEffect, useState } from "preact/hooks";
import { post, Refused } from "../api.ts";
import { useSettled } from "../fetched.ts";
import { Fault, Problems } from "../message.tsx";
import { local, say } from "../words.ts";
import { shownParameter, tomlOfParameter, type Analysis, type Edit, type Edited, type Parameter } from "./study_data.ts";

function Box({ parameter, typed, change }: { parameter: Parameter; typed: string; change: (typed: string) => void }) {
  const wrong = typed.trim() !== "" && tomlOfParameter(parameter, typed) === null;
  const standard = parameter.standard === null ? "" : say("serve.standard", { value: parameter.standard });
  return (
    <label class="field">
      <code>{parameter.name}</code>
      {parameter.choices.length > 0 && parameter.kind === "text" ? (
        <select value={typed} onChange={(event) => change(event.currentTarget.value)}>
          <option value="">{standard}</option>
          {parameter.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input type="text" aria-invalid={wrong} placeholder={standard} value={typed} onInput={(event) => change(event.currentTarget.value)} />
      )}
      <small class="quiet">
        {local(parameter.meaning)}
      </small>
    </label>
  );
}

/** Lines that go and lines that come. */
export function ChangedLines({ edited }: { edited: Edited }) {
  if (edited.changes.length === 0) return null;
  return (
    <figure class="diff">
      <figcaption>{say("serve.lines_changed")}</figcaption>
      {edited.changes.map((change) => (
        <pre key={change.line} tabIndex={0}>
          {change.before.map((line, index) => (
            <del key={`-${index}`}>{line || " "}</del>
          ))}
          {change.after.map((line, index) => (
            <ins key={`+${index}`}>{line || " "}</ins>
          ))}
        </pre>
      ))}
    </figure>
  );
}

export function editsOf(analysis: Analysis, typed: Record<string, string>): Edit[] | null {
  const edits: Edit[] = [];
  for (const parameter of analysis.parameters) {
    const text = typed[parameter.name];
    if (text === undefined || text === shownParameter(parameter.written)) continue;
    const path = `analysis.${analysis.id}.parameters.${parameter.name}`;
    if (text.trim() === "") {
      if (parameter.written !== null) edits.push({ kind: "remove", path, value: "" });
      continue;
    }
    const value = tomlOfParameter(parameter, text);
    if (value === null) return null;
    edits.push({ path, value });
  }
  return edits;
}

export function EditForm({ study, version, analysis, changed }: { study: string; version: string; analysis: Analysis; changed: () => void }) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [edited, setEdited] = useState<Edited | null>(null);
  const [error, setError] = useState<unknown>(null);
  const edits = editsOf(analysis, typed);
  const settled = useSettled(edits, 250);
  useEffect(() => {
    if (settled === null || settled.length === 0) return setEdited(null);
    let current = true;
    post<Edited>("/api/study/edit", { edits: settled }, { study }).then((answer) => current && (setEdited(answer), setError(null)), (refused: unknown) => current && setError(refused));
    return () => {
      current = false;
    };
  }, [settled, study]);
  const save = (): void => {
    post<Edited>("/api/study/edit", { edits, version, save: true }, { study }).then(
      () => {
        setTyped({});
        setEdited(null);
        setError(null);
        changed();
      },
      (refused: unknown) => {
        setError(refused);
        if (refused instanceof Refused && refused.status === 409) changed();
      },
    );
  };
  return (
    <form class="form" onSubmit={(event) => (event.preventDefault(), save())}>
      {analysis.parameters.map((parameter) => (
        <Box
          key={parameter.name}
          parameter={parameter}
          typed={typed[parameter.name] ?? shownParameter(parameter.written)}
          change={(text) => setTyped({ ...typed, [parameter.name]: text })}
        />
      ))}
      {analysis.parameters.length === 0 && <p class="quiet">{say("serve.no_settings")}</p>}
      {edited !== null && <ChangedLines edited={edited} />}
      {edited !== null && <Problems problems={edited.problems.filter((problem) => !problem.warning)} go={() => undefined} />}
      <Fault error={error} />
      <button type="submit" disabled={edits === null || edits.length === 0 || edited === null || edited.problems.some((problem) => !problem.warning)}>
        {say("serve.write_settings")}
      </button>
    </form>
  );
}
