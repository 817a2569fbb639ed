/** A proposition with its tests: what is typed becomes lines of study.toml, which are shown and checked before they are written. */
import { useEffect, useState } from "preact/hooks";
import { post, Refused } from "../api.ts";
import { useSettled } from "../fetched.ts";
import { Fault, Problems, type Problem } from "../message.tsx";
import { say } from "../words.ts";
import { ChangedLines } from "./edit_form.tsx";
import { draftOf, editsOfDraft, newTest, weightOf, type Draft, type DraftTest } from "./proposition_edits.ts";
import type { Edit, Edited, Overview, Proposition } from "./study_data.ts";
import { TestFields } from "./test_fields.tsx";
import { ThreeTexts } from "./three_texts.tsx";

const theories = ["realism", "institutionalism", "constructivism"] as const;

function Theories({ draft, change, known }: { draft: Draft; change: (draft: Draft) => void; known: boolean }) {
  const expect = (theory: string, what: string): void => {
    const expects = Object.fromEntries([...Object.entries(draft.expects).filter(([one]) => one !== theory), ...(what === "" ? [] : [[theory, what]])]) as Record<string, string>;
    change({ ...draft, expects, expects_seen: draft.expects_seen || known });
  };
  return (
    <>
      <label class="field">
        {say("serve.theory")}
        <select value={draft.theory} onChange={(event) => change({ ...draft, theory: event.currentTarget.value, expects: Object.fromEntries(Object.entries(draft.expects).filter(([one]) => one !== event.currentTarget.value)) })}>
          {["none", ...theories].map((one) => (
            <option key={one} value={one}>
              {say(`serve.theory_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>{say("serve.expects")}</summary>
        {theories.filter((one) => one !== draft.theory).map((one) => (
          <label class="field" key={one}>
            {say(`serve.theory_${one}`)}
            <select value={draft.expects[one] ?? ""} onChange={(event) => expect(one, event.currentTarget.value)}>
              {["", "holds", "fails"].map((what) => (
                <option key={what} value={what}>
                  {say(`serve.expects_${what || "nothing"}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {Object.keys(draft.expects).length > 0 && draft.expects_seen && <p class="note">{say("serve.expects_seen")}</p>}
      </details>
    </>
  );
}

/** Warnings are told where they are of the lines that this form writes. */
function ofTheseLines(edited: Edited): Problem[] {
  const within = (line: number): boolean => edited.changes.some((change) => change.line <= line && line < change.line + change.after.length);
  return edited.problems.filter((problem) => !problem.warning || within(problem.line));
}

interface Props {
  study: string;
  overview: Overview;
  proposition: Proposition | null;
  /** Has a run given a verdict on it? */
  judged: boolean;
  changed: (id: string) => void;
}

export function PropositionForm({ study, overview, proposition, judged, changed }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(proposition));
  const [out, setOut] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [error, setError] = useState<unknown>(null);
  const complete = draft.id.trim() !== "" && Object.values(draft.text).some((text) => text.trim() !== "") && draft.tests.every((test) => test.analysis !== "" && test.quantity.trim() !== "" && test.criterion.trim() !== "" && weightOf(test) !== null);
  const edits: Edit[] = out && proposition !== null ? [{ kind: "remove", path: `proposition.${proposition.id}`, value: "" }] : complete ? editsOfDraft(proposition, draft) : [];
  const settled = useSettled(edits, 300);
  useEffect(() => {
    if (settled.length === 0) return setEdited(null);
    let current = true;
    post<Edited>("/api/study/edit", { edits: settled }, { study }).then((answer) => current && (setEdited(answer), setError(null)), (refused: unknown) => current && (setEdited(null), setError(refused)));
    return () => {
      current = false;
    };
  }, [JSON.stringify(settled), study]);
  const save = (): void => {
    post<Edited>("/api/study/edit", { edits, version: overview.version, save: true }, { study }).then(
      () => changed(out ? "" : draft.id.trim()),
      (refused: unknown) => {
        setError(refused);
        if (refused instanceof Refused && refused.status === 409) changed(draft.id.trim());
      },
    );
  };
  const put = (at: number, test: DraftTest | null): void => setDraft({ ...draft, tests: draft.tests.flatMap((one, place) => (place !== at ? [one] : test === null ? [] : [test])) });
  const ready = edits.length > 0 && edited !== null && JSON.stringify(settled) === JSON.stringify(edits) && !edited.problems.some((problem) => !problem.warning);
  return (
    <form class="form proposition-form" onSubmit={(event) => (event.preventDefault(), save())}>
      {!out && (
        <>
          {proposition === null && (
            <label class="field">
              {say("serve.proposition_id")}
              <input type="text" value={draft.id} onInput={(event) => setDraft({ ...draft, id: event.currentTarget.value })} />
            </label>
          )}
          <ThreeTexts label={say("serve.proposition_text")} hint={say("serve.english_needed")} text={draft.text} change={(text) => setDraft({ ...draft, text })} />
          <Theories draft={draft} change={setDraft} known={judged} />
          <details>
            <summary>{say("serve.would_change")}</summary>
            <ThreeTexts label={say("serve.would_change")} text={draft.would_change} change={(would_change) => setDraft({ ...draft, would_change })} />
          </details>
          {draft.tests.map((test, at) => (
            <TestFields key={test.path ?? `new ${at}`} study={study} overview={overview} proposition={proposition} number={at + 1} test={test} change={(next) => put(at, next)} takeOut={() => put(at, null)} />
          ))}
          <p>
            <button type="button" onClick={() => setDraft({ ...draft, tests: [...draft.tests, { ...newTest, part: draft.tests.some((test) => test.part !== "test") ? "then" : "test" }] })}>
              {say("serve.add_test")}
            </button>
          </p>
        </>
      )}
      {out && <p class="note">{say(judged ? "serve.taken_out_judged" : "serve.taken_out")}</p>}
      {!out && !complete && <p class="quiet">{say("serve.proposition_lacks")}</p>}
      {edited !== null && <ChangedLines edited={edited} />}
      {edited !== null && <Problems problems={ofTheseLines(edited)} go={() => undefined} />}
      <Fault error={error} />
      <p>
        <button type="submit" class="main" disabled={!ready}>
          {say("serve.write_settings")}
        </button>{" "}
        {proposition !== null && (
          <button type="button" onClick={() => setOut(!out)}>
            {say(out ? "serve.leave_it_in" : "serve.take_out_proposition")}
          </button>
        )}
      </p>
    </form>
  );
}
