/** Who codes: coding blind, giving documents to coders; projects of other programs; what was done. */
import { useEffect, useId, useState } from "preact/hooks";
import { address, get, ownHeaders, post } from "../api.ts";
import { Fault } from "../message.tsx";
import { language, say } from "../words.ts";
import type { CodingState } from "./coding_state.ts";
import type { Act, Done } from "./coding_types.ts";

export function CodersPanel({ state }: { state: CodingState }) {
  const id = useId();
  const coders = state.desk?.coders;
  const [share, setShare] = useState(20);
  const [seed, setSeed] = useState(1);
  if (coders === undefined) return null;
  const give = (): void => void state.act("coders", { do: "give", coders: coders.coders, double: share / 100, seed });
  return (
    <section aria-label={say("serve_coding.coders")}>
      <label class="check">
        <input type="checkbox" checked={coders.blind} disabled={state.who === ""} onChange={(event) => void state.act("coders", { do: "blind", blind: event.currentTarget.checked })} /> {say("serve_coding.blind")}
      </label>
      <p class="quiet">{say("serve_coding.blind_means")}</p>
      <h3>{say("serve_coding.give")}</h3>
      <p>{say("serve_coding.give_means", { coders: coders.coders.join(", ") || "–" })}</p>
      <p class="buttons">
        <label for={`${id}-share`}>{say("serve_coding.double_share")}</label>{" "}
        <input id={`${id}-share`} type="number" min={0} max={100} value={share} onInput={(event) => setShare(Number(event.currentTarget.value))} />{" "}
        <label for={`${id}-seed`}>{say("serve_coding.seed")}</label>{" "}
        <input id={`${id}-seed`} type="number" min={0} value={seed} onInput={(event) => setSeed(Number(event.currentTarget.value))} />{" "}
        <button type="button" disabled={state.who === "" || coders.coders.length < 2} onClick={give}>{say("serve_coding.give")}</button>
      </p>
      {coders.tasks.length > 0 && (
        <div class="scrolls" tabIndex={0} role="region" aria-label={say("serve_coding.tasks")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("serve_coding.coder")}</th>
                <th scope="col">{say("serve_coding.document")}</th>
                <th scope="col">{say("serve_coding.finished")}</th>
              </tr>
            </thead>
            <tbody>
              {coders.tasks.slice(0, 400).map((task) => (
                <tr key={task.coder + task.doc}>
                  <td>{task.coder}</td>
                  <td>{task.doc}{task.double ? " ×2" : ""}</td>
                  <td>{coders.finished.some((one) => one.coder === task.coder && one.doc === task.doc) ? "✓" : ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Exchange state={state} />
    </section>
  );
}

interface Imported extends Done {
  new_codes: number;
  new_codings: number;
  notes: string[];
  other_texts: string[];
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function Exchange({ state }: { state: CodingState }) {
  const id = useId();
  const [said, setSaid] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (work: () => Promise<string[]>): Promise<void> => {
    setError(null);
    try {
      setSaid(await work());
    } catch (fault) {
      setError(fault);
    }
  };
  const download = async (): Promise<string[]> => {
    const response = await fetch(address("/api/coding/project", { study: state.study, who: state.who }), { headers: ownHeaders() });
    if (!response.ok) throw new Error(((await response.json()) as { what: string }).what);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = "codings.qdpx";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return [say("serve_coding.downloaded")];
  };
  const tables = async (): Promise<string[]> => {
    const done = await post<{ files: string[]; codings: number; left_out: number; without_place: number }>("/api/coding/tables", { who: state.who }, { study: state.study });
    return [say("serve_coding.tables_written", { files: done.files.join(", "), n: done.codings }), ...(done.left_out > 0 ? [say("serve_coding.left_out", { n: done.left_out })] : []), ...(done.without_place > 0 ? [say("serve_coding.without_place", { n: done.without_place })] : [])];
  };
  const take = async (input: HTMLInputElement): Promise<string[]> => {
    const file = input.files?.[0];
    if (file === undefined) return [];
    const done = (await state.act("import", { name: file.name, content: await base64(file) })) as Imported | null;
    input.value = "";
    if (done === null) return [];
    return [
      say("serve_coding.imported", { codes: done.new_codes, codings: done.new_codings }),
      ...(done.other_texts.length > 0 ? [say("serve_coding.other_texts", { docs: done.other_texts.slice(0, 5).join(", "), n: done.other_texts.length })] : []),
      ...done.notes,
    ];
  };
  return (
    <>
      <h3>{say("serve_coding.exchange")}</h3>
      <p class="buttons">
        <button type="button" disabled={state.who === ""} onClick={() => void attempt(download)}>{say("serve_coding.export_qdpx")}</button>{" "}
        <button type="button" disabled={state.who === ""} onClick={() => void attempt(tables)}>{say("serve_coding.export_tables")}</button>
      </p>
      <p>
        <label for={`${id}-file`}>{say("serve_coding.import_qdpx")}</label>{" "}
        <input id={`${id}-file`} type="file" accept=".qdpx" disabled={state.who === ""} onChange={(event) => void attempt(() => take(event.currentTarget))} />
      </p>
      <Fault error={error} />
      <ul role="status">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

export function LogPanel({ state }: { state: CodingState }) {
  const [acts, setActs] = useState<Act[]>([]);
  const [error, setError] = useState<unknown>(null);
  const last = state.standing?.last;
  useEffect(() => {
    get<{ acts: Act[] }>("/api/coding/log", { study: state.study, who: state.who, most: 200 }).then((value) => setActs(value.acts), setError);
  }, [last, state.who]);
  const turned = (act: Act): boolean => act.state === "undone" || act.state === "spent";
  return (
    <section aria-label={say("serve_coding.log")}>
      <Fault error={error} />
      {acts.length === 0 && <p class="quiet">{say("serve_coding.nothing_done")}</p>}
      <ol class="log">
        {acts.map((act) => (
          <li key={act.number} class={turned(act) ? "undone" : ""}>
            <span class="quiet">{new Date(act.when).toLocaleString(language.value === "kk" ? "ru" : language.value)}</span> {act.who}: {act.state === "undoing" ? say("serve_coding.act_undoing", { n: act.undoes ?? 0 }) : `${say(`serve_coding.act_${act.what}`)} (${act.number})`}{" "}
            {act.state !== "undoing" && (
              <button type="button" disabled={state.who === ""} onClick={() => void (turned(act) ? state.redo(act.number) : state.undo(act.number))}>
                {say(turned(act) ? "serve_coding.redo" : "serve_coding.undo")}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
