/** Who works in this browser: asked once, kept for all pages of the workspace. */
import { useId, useState } from "preact/hooks";
import { post } from "../api.ts";
import { signal, useSignal } from "../signal.ts";
import { say } from "../words.ts";

const kept = "tarazy-coder";

/** Of this page, whichever part of it is shown when the name is taken; another tab may have somebody else at work. */
export const nameHere = signal(globalThis.localStorage?.getItem(kept) ?? "");

/** A name that is on its way to the server. */
let taking: Promise<void> = Promise.resolve();

/** Who does what is done now: whoever has just said a name and goes on at once does it in that name. */
export async function whoActs(): Promise<string> {
  await taking;
  return nameHere.value;
}

export function WhoHere({ study, coders, fail }: { study: string; coders: readonly string[]; fail: (error: unknown) => void }) {
  const id = useId();
  const who = useSignal(nameHere);
  const [typed, setTyped] = useState("");
  const all = [...new Set([...coders, ...(who === "" ? [] : [who])])];
  const become = (name: string): void => {
    localStorage.setItem(kept, name);
    nameHere.set(name);
  };
  const take = async (): Promise<void> => {
    const name = typed.trim();
    if (name === "") return;
    await post("/api/coding/coders", { who: name, do: "add", name }, { study });
    become(name);
    setTyped("");
  };
  return (
    <form class="who" onSubmit={(event) => (event.preventDefault(), (taking = take().catch(fail)))}>
      {all.length > 0 && (
        <>
          <label for={`${id}-who`}>{say("serve_coding.i_am")}</label>{" "}
          <select id={`${id}-who`} value={who} onChange={(event) => become(event.currentTarget.value)}>
            {who === "" && <option value="">{say("serve_coding.choose")}</option>}
            {all.map((coder) => (
              <option key={coder} value={coder}>{coder}</option>
            ))}
          </select>{" "}
        </>
      )}
      <label for={`${id}-name`}>{say(all.length > 0 ? "serve_coding.another_name" : "serve_coding.your_name")}</label>{" "}
      <input id={`${id}-name`} value={typed} size={12} autocomplete="name" onInput={(event) => setTyped(event.currentTarget.value)} />{" "}
      <button type="submit" disabled={typed.trim() === ""}>{say("serve_coding.add_name")}</button>
    </form>
  );
}
