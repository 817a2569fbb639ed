/** What was tried becomes the study's setting, or a choice whose other side is kept, too. */
import { useState } from "preact/hooks";
import { post } from "../api.ts";
import { Fault } from "../message.tsx";
import { language, say } from "../words.ts";
import type { Edit, Edited, Run } from "./study_data.ts";
import { ChangedLines } from "./edit_form.tsx";

export function KeepChanges({ study, version, edits, kept, run }: { study: string; version: string; edits: readonly Edit[]; kept: () => void; run: (run: Run) => void }) {
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [edited, setEdited] = useState<Edited | null>(null);
  const [error, setError] = useState<unknown>(null);
  const choice = { name, reason, language: language.value, edits, version };
  const setting = async (): Promise<void> => {
    try {
      await post("/api/study/edit", { edits, version, save: true }, { study });
      run(await post<Run>("/api/study/run", { language: language.value }, { study }));
      kept();
    } catch (refused) {
      setError(refused);
    }
  };
  const asChoice = async (save: boolean): Promise<void> => {
    try {
      const answer = await post<Edited>("/api/study/choice", { ...choice, save }, { study });
      setError(null);
      if (save) kept();
      else setEdited(answer);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <section aria-label={say("serve.keep")}>
      <h2>{say("serve.keep")}</h2>
      <p>
        <button type="button" onClick={() => void setting()}>
          {say("serve.keep_setting")}
        </button>
      </p>
      <details>
        <summary>{say("serve.keep_choice")}</summary>
        <label class="field">
          {say("serve.choice_name")}
          <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          {say("serve.choice_reason")}
          <textarea value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <button type="button" disabled={name.trim() === "" || reason.trim() === ""} onClick={() => void asChoice(false)}>
          {say("serve.show_lines")}
        </button>
        {edited !== null && <ChangedLines edited={edited} />}
        {edited !== null && (
          <button type="button" class="main" onClick={() => void asChoice(true)}>
            {say("serve.write_choice")}
          </button>
        )}
      </details>
      <Fault error={error} />
    </section>
  );
}
