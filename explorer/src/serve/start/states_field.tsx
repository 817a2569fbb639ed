/** One state or several, by typing their names. */
import { useEffect, useId, useState } from "preact/hooks";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import { meant, nameOf, states, type State } from "./states.ts";

export function useStates(): State[] {
  const [list, setList] = useState<State[]>([]);
  useEffect(() => void states().then(setList), []);
  return list;
}

interface Props {
  label: string;
  chosen: readonly string[];
  change: (codes: string[]) => void;
  single?: boolean;
}

/** A box to type in with what it may mean below (ARIA combobox): arrows choose, Enter takes, Backspace takes the last away. */
export function StatesField({ label, chosen, change, single = false }: Props) {
  const spoken = useSignal(language);
  const list = useStates();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const open = meant(list, typed).filter((state) => !chosen.includes(state.code));
  const take = (code: string): void => {
    change(single ? [code] : [...chosen, code]);
    setTyped("");
    setAt(0);
  };
  const leave = (code: string): void => change(chosen.filter((one) => one !== code));
  const key = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open.length > 0) setAt((at + (event.key === "ArrowDown" ? 1 : open.length - 1)) % open.length);
    } else if (event.key === "Enter" && open.length > 0) {
      event.preventDefault();
      take(open[Math.min(at, open.length - 1)]!.code);
    } else if (event.key === "Escape") setTyped("");
    else if (event.key === "Backspace" && typed === "" && chosen.length > 0) leave(chosen[chosen.length - 1]!);
  };
  return (
    <div class="field states">
      <label for={`${id}-box`}>{label}</label>
      <div class="chips">
        {chosen.map((code) => (
          <span class="chip" key={code}>
            {nameOf(list, code, spoken)} <small>{code}</small>
            <button type="button" aria-label={say("serve.take_away", { name: nameOf(list, code, spoken) })} onClick={() => leave(code)}>
              ×
            </button>
          </span>
        ))}
        <input
          id={`${id}-box`}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={open.length > 0 ? `${id}-${Math.min(at, open.length - 1)}` : undefined}
          placeholder={single && chosen.length > 0 ? "" : say("serve.type_a_state")}
          value={typed}
          onInput={(event) => (setTyped(event.currentTarget.value), setAt(0))}
          onKeyDown={key}
          onBlur={() => setTyped("")}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={open.length === 0}>
        {open.map((state, index) => (
          <li
            key={state.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => (event.preventDefault(), take(state.code))}
          >
            {state[spoken]} <small>{state.code}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
