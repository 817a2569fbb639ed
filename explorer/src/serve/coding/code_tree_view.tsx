/** The tree of codes: applying, finding, and changing them. */
import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { useAfterDrawing } from "../after_drawing.ts";
import { useFetched } from "../fetched.ts";
import { say } from "../words.ts";
import { depths, foundCodes, keysOfCodes, withBelow } from "./code_keys.ts";
import type { CodingState } from "./coding_state.ts";
import type { Code, Place } from "./coding_types.ts";

interface Props {
  state: CodingState;
  box: RefObject<HTMLInputElement | null>;
  narrowed: string | null;
  narrow: (key: string | null) => void;
  toText: () => void;
}

/** A box that finds a code; Enter gives it to what is selected, or makes a new one of what was typed. */
function CodeBox({ state, box, toText }: Pick<Props, "state" | "box" | "toText">) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const codes = state.desk?.codes ?? [];
  const found = typed === "" ? [] : foundCodes(codes, typed).slice(0, 8);
  const isNew = typed.trim() !== "" && !codes.some((code) => code.code === typed.trim());
  const choices: (Code | null)[] = [...found, ...(isNew ? [null] : [])];
  const take = async (choice: Code | null): Promise<void> => {
    const name = typed.trim();
    setTyped("");
    setAt(0);
    if (choice !== null) await state.apply(choice);
    else {
      const done = await state.act("code", { do: "create", code: name });
      if (done === null) return setTyped(name);
    }
    // Whoever went elsewhere while the answer was on its way stays there.
    if (document.activeElement === box.current || document.activeElement === document.body) toText();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (choices.length > 0) setAt((at + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length);
    } else if (event.key === "Enter" && choices.length > 0) {
      event.preventDefault();
      void take(choices[Math.min(at, choices.length - 1)]!);
    } else if (event.key === "Escape") {
      setTyped("");
      toText();
    }
  };
  return (
    <div class="field code-box">
      <label for={`${id}-box`}>{say("serve_coding.code_box")}</label>
      <input
        ref={box}
        id={`${id}-box`}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${Math.min(at, choices.length - 1)}` : undefined}
        value={typed}
        onInput={(event) => (setTyped(event.currentTarget.value), setAt(0))}
        onKeyDown={key}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say("serve_coding.code_box")} hidden={choices.length === 0}>
        {choices.map((choice, index) => (
          <li key={choice?.key ?? "new"} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => (event.preventDefault(), void take(choice))}>
            {choice === null ? say("serve_coding.new_code", { name: typed.trim() }) : choice.code}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Some places of a code get a code of their own. */
function SplitForm({ state, code, close }: { state: CodingState; code: Code; close: () => void }) {
  const id = useId();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const places = useFetched<{ places: Place[]; all: number }>("/api/coding/places", { study: state.study, who: state.who, code: code.key, most: 200 });
  const turn = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const split = async (): Promise<void> => void ((await state.act("code", { do: "split", key: code.key, code: name, codings: [...chosen] })) !== null && close());
  return (
    <details>
      <summary>{say("serve_coding.split")}</summary>
      <ul class="split" aria-label={say("serve_coding.split_places")}>
        {(places.value?.places ?? []).map((place) => (
          <li key={place.key}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(place.key)} onChange={() => turn(place.key)} /> {place.text} <small class="quiet">{place.doc}</small>
            </label>
          </li>
        ))}
      </ul>
      <label for={`${id}-split`}>{say("serve_coding.split_name")}</label>
      <input id={`${id}-split`} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <button type="button" disabled={name.trim() === "" || chosen.size === 0} onClick={() => void split()}>{say("serve_coding.split")}</button>
    </details>
  );
}

/** All that can be changed of one code. */
function CodeForm({ state, code, close }: { state: CodingState; code: Code; close: () => void }) {
  const id = useId();
  const codes = state.desk?.codes ?? [];
  const [name, setName] = useState(code.code);
  const [parent, setParent] = useState(code.parent);
  const [color, setColor] = useState(code.color);
  const [description, setDescription] = useState(code.description);
  const [memo, setMemo] = useState(code.memo);
  const [into, setInto] = useState("");
  const below = withBelow(codes, code.key);
  const others = codes.filter((one) => one.key !== code.key);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = {
      do: "change",
      key: code.key,
      version: code.version,
      ...(name !== code.code && { code: name }),
      ...(parent !== code.parent && { parent }),
      ...(color !== code.color && { color }),
      ...(description !== code.description && { description }),
      ...(memo !== code.memo && { memo }),
    };
    if ((await state.act("code", body)) !== null) close();
  };
  const merge = async (): Promise<void> => void ((await state.act("code", { do: "merge", key: code.key, into })) !== null && close());
  const remove = async (): Promise<void> => void ((await state.act("code", { do: "delete", key: code.key })) !== null && close());
  return (
    <form class="code-form" onSubmit={(event) => void save(event)} onKeyDown={(event) => event.key === "Escape" && close()} aria-label={say("serve_coding.code_form", { name: code.code })}>
      <label for={`${id}-name`}>{say("serve_coding.code_name")}</label>
      <input id={`${id}-name`} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <label for={`${id}-parent`}>{say("serve_coding.code_parent")}</label>
      <select id={`${id}-parent`} value={parent} onChange={(event) => setParent(event.currentTarget.value)}>
        <option value="">{say("serve_coding.at_the_top")}</option>
        {codes.filter((one) => !below.has(one.key)).map((one) => (
          <option key={one.key} value={one.key}>{one.code}</option>
        ))}
      </select>
      <label for={`${id}-color`}>{say("serve_coding.code_color")}</label>
      <input id={`${id}-color`} type="color" value={color || "#777777"} onInput={(event) => setColor(event.currentTarget.value)} />
      <label for={`${id}-description`}>{say("serve_coding.code_description")}</label>
      <textarea id={`${id}-description`} rows={2} value={description} onInput={(event) => setDescription(event.currentTarget.value)} />
      <label for={`${id}-memo`}>{say("serve_coding.code_memo")}</label>
      <textarea id={`${id}-memo`} rows={2} value={memo} onInput={(event) => setMemo(event.currentTarget.value)} />
      <p>
        <button type="submit" class="main">{say("serve_coding.keep")}</button> <button type="button" onClick={close}>{say("serve_coding.leave")}</button>{" "}
        <button type="button" onClick={() => void remove()}>{say("serve_coding.delete_code", { n: code.codings })}</button>
      </p>
      {code.codings > 0 && <SplitForm state={state} code={code} close={close} />}
      {others.length > 0 && (
        <p>
          <label for={`${id}-into`}>{say("serve_coding.merge_into")}</label>{" "}
          <select id={`${id}-into`} value={into} onChange={(event) => setInto(event.currentTarget.value)}>
            <option value="" />
            {others.map((one) => (
              <option key={one.key} value={one.key}>{one.code}</option>
            ))}
          </select>{" "}
          <button type="button" disabled={into === ""} onClick={() => void merge()}>{say("serve_coding.merge")}</button>
        </p>
      )}
    </form>
  );
}

export function CodeTreeView({ state, box, narrowed, narrow, toText }: Props) {
  const [edited, setEdited] = useState<string | null>(null);
  const codes = state.desk?.codes ?? [];
  const keys = useMemo(() => keysOfCodes(codes), [codes]);
  const deep = useMemo(() => depths(codes), [codes]);
  const opener = useRef<string | null>(null);
  const afterDrawing = useAfterDrawing();
  const close = (): void => {
    setEdited(null);
    afterDrawing(() => document.getElementById(`edit-${opener.current ?? ""}`)?.focus());
  };
  return (
    <section class="codes" aria-label={say("serve_coding.codes")}>
      <h2>{say("serve_coding.codes")}</h2>
      <CodeBox state={state} box={box} toText={toText} />
      {codes.length === 0 && <p class="quiet">{say("serve_coding.no_codes")}</p>}
      <ul class="tree">
        {codes.map((code) => (
          <li key={code.key} style={{ paddingInlineStart: `${(deep.get(code.key) ?? 0) * 1.1}rem` }}>
            <div class="code-line">
              <button type="button" class="code" title={code.description} onMouseDown={(event) => event.preventDefault()} onClick={() => void state.apply(code)} aria-keyshortcuts={keys.get(code.key)}>
                <i class="swatch" style={{ background: code.color || "#777777" }} aria-hidden="true" />
                {keys.has(code.key) && <kbd>{keys.get(code.key)}</kbd>} {code.code}
              </button>
              <button type="button" class="count" aria-pressed={narrowed === code.key} aria-label={say("serve_coding.only_this_code", { name: code.code, n: code.codings })} onClick={() => narrow(narrowed === code.key ? null : code.key)}>
                {code.codings}
              </button>
              <button type="button" id={`edit-${code.key}`} class="edit" aria-expanded={edited === code.key} aria-label={say("serve_coding.edit_code", { name: code.code })} onClick={() => ((opener.current = code.key), setEdited(edited === code.key ? null : code.key))}>
                ⋯
              </button>
            </div>
            {edited === code.key && <CodeForm key={code.version} state={state} code={code} close={close} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
