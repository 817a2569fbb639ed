/** A new study: a form beside the lines of study.toml that it writes and what the program says of them. */
import { useEffect, useState } from "preact/hooks";
import { post } from "../api.ts";
import { useSettled } from "../fetched.ts";
import { Command, Fault, Waiting } from "../message.tsx";
import { linkTo } from "../places.ts";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import { FileChoice } from "./file_choice.tsx";
import { lacking, requestOf, type NewStudy, type PoleRow } from "./new_study.ts";
import { StatesField } from "./states_field.tsx";

interface Shown {
  status: number;
  said: string;
  text: string | null;
  command: string;
  path: string;
}

const empty: NewStudy = { folder: "", focus: [], poles: [{ name: "", members: [] }, { name: "", members: [] }, { name: "", members: [] }], from: "1991", to: "", comparison: [], title: "", files: [], invented: false };

function Poles({ poles, change }: { poles: readonly PoleRow[]; change: (poles: PoleRow[]) => void }) {
  const put = (index: number, pole: Partial<PoleRow>): void => change(poles.map((one, place) => (place === index ? { ...one, ...pole } : one)));
  return (
    <fieldset>
      <legend>{say("serve.poles")}</legend>
      <p class="quiet">{say("serve.poles_lead")}</p>
      {poles.map((pole, index) => (
        <div class="pole" key={index}>
          <StatesField label={say("serve.pole_members", { n: index + 1 })} chosen={pole.members} change={(members) => put(index, { members })} />
          {pole.members.length > 1 && (
            <label class="field">
              {say("serve.pole_name")}
              <input type="text" value={pole.name} onInput={(event) => put(index, { name: event.currentTarget.value })} />
            </label>
          )}
        </div>
      ))}
      <button type="button" onClick={() => change([...poles, { name: "", members: [] }])}>
        {say("serve.another_pole")}
      </button>
    </fieldset>
  );
}

function Form({ study, change }: { study: NewStudy; change: (part: Partial<NewStudy>) => void }) {
  return (
    <>
      <label class="field">
        {say("serve.study_folder")}
        <input type="text" required value={study.folder} onInput={(event) => change({ folder: event.currentTarget.value })} />
        <small class="quiet">{say("serve.study_folder_lead")}</small>
      </label>
      <label class="check">
        <input type="checkbox" checked={study.invented} onChange={(event) => change({ invented: event.currentTarget.checked })} /> {say("serve.invented")}
      </label>
      {!study.invented && (
        <>
          <label class="field">
            {say("serve.study_title")}
            <input type="text" value={study.title} onInput={(event) => change({ title: event.currentTarget.value })} />
          </label>
          <StatesField label={say("serve.focus")} single chosen={study.focus} change={(focus) => change({ focus: focus.slice(-1) })} />
          <Poles poles={study.poles} change={(poles) => change({ poles })} />
          <fieldset class="years">
            <legend>{say("serve.years")}</legend>
            <label class="field">
              {say("serve.first_year")}
              <input type="text" inputMode="numeric" maxLength={4} value={study.from} onInput={(event) => change({ from: event.currentTarget.value })} />
            </label>
            <label class="field">
              {say("serve.last_year")}
              <input type="text" inputMode="numeric" maxLength={4} value={study.to} onInput={(event) => change({ to: event.currentTarget.value })} />
            </label>
          </fieldset>
          <StatesField label={say("serve.comparison")} chosen={study.comparison} change={(comparison) => change({ comparison })} />
          <FileChoice folder="uploads" files={study.files} change={(files) => change({ files })} />
        </>
      )}
    </>
  );
}

export function NewStudyPage() {
  const spoken = useSignal(language);
  const [study, setStudy] = useState<NewStudy>(empty);
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const settled = useSettled(study, 500);
  const lacks = lacking(study);
  useEffect(() => {
    if (lacking(settled) !== null) return setShown(null);
    let current = true;
    setAsking(true);
    post<Shown>("/api/new", requestOf(settled, spoken, false))
      .then((answer) => current && (setShown(answer), setError(null)), (refused: unknown) => current && (setError(refused), setShown(null)))
      .finally(() => current && setAsking(false));
    return () => {
      current = false;
    };
  }, [settled, spoken]);
  const write = async (): Promise<void> => {
    try {
      const answer = await post<Shown>("/api/new", requestOf(study, spoken, true));
      if (answer.status === 0) location.hash = linkTo(answer.path);
      else setShown(answer);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div class="beside">
      <form class="form" onSubmit={(event) => (event.preventDefault(), void write())}>
        <h1>{say("serve.new_study")}</h1>
        <Form study={study} change={(part) => setStudy({ ...study, ...part })} />
        {lacks !== null && <p class="quiet">{say(lacks)}</p>}
        <button type="submit" class="main" disabled={lacks !== null || shown === null || shown.status !== 0}>
          {say("serve.write_study")}
        </button>
      </form>
      <section class="lines" aria-label={say("serve.lines_written")} aria-live="polite">
        <h2>{say("serve.lines_written")}</h2>
        {asking && <Waiting>{say("serve.looking")}</Waiting>}
        <Fault error={error} />
        {shown === null && error === null && !asking && <p class="quiet">{say("serve.lines_later")}</p>}
        {shown !== null && (
          <>
            {shown.said.trim() !== "" && <pre class={shown.status === 0 ? "said" : "said fault"}>{shown.said.trim()}</pre>}
            <Command text={shown.command} />
            {shown.text !== null && (
              <pre class="toml" tabIndex={0}>
                {shown.text}
              </pre>
            )}
          </>
        )}
      </section>
    </div>
  );
}
