/** Finding places in the documents; all places of a code. */
import { useId, useState } from "preact/hooks";
import { get } from "../api.ts";
import { Fault } from "../message.tsx";
import { say } from "../words.ts";
import type { CodingState } from "./coding_state.ts";
import type { Find } from "./coding_types.ts";

interface Finds {
  finds: Find[];
  more: boolean;
  late: boolean;
}

export function SearchPanel({ state }: { state: CodingState }) {
  const id = useId();
  const [pattern, setPattern] = useState("");
  const [regex, setRegex] = useState(false);
  const [here, setHere] = useState(false);
  const [finds, setFinds] = useState<Finds | null>(null);
  const [error, setError] = useState<unknown>(null);
  const search = async (event: Event): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      setFinds(await get<Finds>("/api/coding/search", { study: state.study, pattern, regex: regex ? 1 : undefined, doc: here ? (state.doc ?? undefined) : undefined }));
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <section aria-label={say("serve_coding.search")}>
      <form onSubmit={(event) => void search(event)}>
        <label for={`${id}-pattern`}>{say("serve_coding.search_for")}</label>
        <input id={`${id}-pattern`} type="search" value={pattern} onInput={(event) => setPattern(event.currentTarget.value)} />
        <label class="check">
          <input type="checkbox" checked={regex} onChange={(event) => setRegex(event.currentTarget.checked)} /> {say("serve_coding.regex")}
        </label>
        <label class="check">
          <input type="checkbox" checked={here} onChange={(event) => setHere(event.currentTarget.checked)} /> {say("serve_coding.in_this_document")}
        </label>
        <button type="submit" disabled={pattern.trim() === ""}>{say("serve_coding.search")}</button>
      </form>
      <Fault error={error} />
      {finds !== null && <p role="status">{say(finds.late ? "serve_coding.finds_late" : finds.more ? "serve_coding.finds_more" : "serve_coding.finds", { n: finds.finds.length })}</p>}
      {finds !== null && (
        <ol class="finds">
          {finds.finds.map((find, at) => (
            <li key={at}>
              <button type="button" class="link" onClick={() => state.open(find.doc, { start: find.start, end: find.end })}>
                {find.before}
                <mark>{find.found}</mark>
                {find.after}
              </button>{" "}
              <small class="quiet">{find.doc}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
