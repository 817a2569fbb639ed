/** What is coded at the caret: memos, another code, taking away; the memo of the document. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { say } from "../words.ts";
import type { CodingState } from "./coding_state.ts";
import type { Code, Coding, Done } from "./coding_types.ts";
import { textBetween } from "./text_blocks.ts";

/** A text that is kept at every key, one after the other, so that nothing typed is lost. */
function useKept(first: string, version: number, keep: (text: string, version: number) => Promise<number | null>) {
  const [text, setText] = useState(first);
  const queue = useRef({ version, wanted: first, kept: first, busy: false });
  const focused = useRef(false);
  /** What somebody else, or another tab, has written while something of ours was on its way. */
  const [theirs, setTheirs] = useState<{ text: string; version: number } | null>(null);
  useEffect(() => {
    const now = queue.current;
    // What was kept here since then is newer.
    if (version !== 0 && version < now.version) return;
    if (now.wanted === now.kept) {
      // Everything typed here is kept: what is new is taken over.
      queue.current = { ...now, version, wanted: first, kept: first };
      setText(first);
    } else if (first === now.kept) {
      now.version = version;
      void send();
    } else if (first !== now.wanted && version !== now.version) setTheirs({ text: first, version });
  }, [first, version]);
  const send = async (): Promise<void> => {
    const now = queue.current;
    if (now.busy) return;
    now.busy = true;
    while (now.wanted !== now.kept) {
      const sent = now.wanted;
      const next = await keep(sent, now.version);
      if (next === null) break;
      now.version = next;
      now.kept = sent;
    }
    now.busy = false;
  };
  return {
    text,
    theirs,
    keepMine() {
      queue.current.version = theirs?.version ?? queue.current.version;
      queue.current.kept = theirs?.text ?? queue.current.kept;
      setTheirs(null);
      void send();
    },
    takeTheirs() {
      if (theirs === null) return;
      queue.current = { version: theirs.version, wanted: theirs.text, kept: theirs.text, busy: false };
      setText(theirs.text);
      setTheirs(null);
    },
    type(next: string) {
      setText(next);
      queue.current.wanted = next;
      void send();
    },
    focus: (on: boolean) => {
      focused.current = on;
      // The version may have moved while nobody typed.
      if (on && !queue.current.busy && queue.current.wanted === queue.current.kept) queue.current.version = version;
    },
  };
}

/** Two texts of one memo: both are shown, and one is chosen. */
function TwoTexts({ memo }: { memo: ReturnType<typeof useKept> }) {
  if (memo.theirs === null) return null;
  return (
    <div role="alert">
      <blockquote>{memo.theirs.text}</blockquote>
      <p class="buttons">
        <button type="button" onClick={memo.keepMine}>{say("serve.keep_mine")}</button> <button type="button" onClick={memo.takeTheirs}>{say("serve.take_theirs")}</button>
      </p>
    </div>
  );
}

function CodingView({ state, coding, codes }: { state: CodingState; coding: Coding; codes: Map<string, Code> }) {
  const id = useId();
  const own = coding.coder === state.who;
  const area = useRef<HTMLTextAreaElement>(null);
  const memo = useKept(coding.memo, coding.version, async (text, version) => {
    const done = await state.act("codings", { edit: [{ key: coding.key, version, memo: text }] });
    return done === null ? null : (done.codings[0]?.version ?? version);
  });
  const active = state.active === coding.key;
  useEffect(() => {
    if (active && document.activeElement?.id === "here-panel") area.current?.focus();
  }, [active]);
  const edit = (change: Record<string, unknown>): void => void state.act("codings", { edit: [{ key: coding.key, version: coding.version, ...change }] });
  const { selected } = state;
  const lost = coding.where === "lost";
  const other = selected.end > selected.start && (selected.start !== coding.start || selected.end !== coding.end);
  return (
    <li class={active ? "coding active" : "coding"}>
      <p>
        <i class="swatch" style={{ background: codes.get(coding.code)?.color || "#777777" }} aria-hidden="true" />
        <strong>{codes.get(coding.code)?.code ?? coding.code}</strong> <span class="quiet">{coding.coder}</span>
      </p>
      {coding.where !== undefined && <p class="quiet">{say(lost ? (coding.words === "" ? "serve_coding.lost_unknown" : "serve_coding.lost_here") : "serve_coding.moved_here")}</p>}
      <blockquote>
        {lost ? (
          shortText(coding.words ?? "")
        ) : (
          <button type="button" class="link" onClick={() => state.show({ start: coding.start, end: coding.end }, coding.key)}>
            {shortText(textBetween(state.blocks, coding.start, coding.end))}
          </button>
        )}
      </blockquote>
      {own ? (
        <>
          <label for={`${id}-memo`}>{say("serve_coding.memo")}</label>
          <textarea ref={area} id={`${id}-memo`} rows={2} value={memo.text} onFocus={() => memo.focus(true)} onBlur={() => memo.focus(false)} onInput={(event) => memo.type(event.currentTarget.value)} />
          <TwoTexts memo={memo} />
          <p class="buttons">
            <label for={`${id}-code`}>{say("serve_coding.other_code")}</label>{" "}
            <select id={`${id}-code`} value={coding.code} onChange={(event) => edit({ code: event.currentTarget.value })}>
              {(state.desk?.codes ?? []).map((code) => (
                <option key={code.key} value={code.key}>{code.code}</option>
              ))}
            </select>{" "}
            {(lost ? selected.end > selected.start : other && active) && <button type="button" onClick={() => edit({ start: selected.start, end: selected.end, text: state.hash })}>{say("serve_coding.move_here")}</button>}{" "}
            <button type="button" onClick={() => void state.remove(coding)}>{say("serve_coding.remove")}</button>
          </p>
        </>
      ) : (
        coding.memo !== "" && <p class="quiet">{coding.memo}</p>
      )}
    </li>
  );
}

const mostLost = 200;

/** The text was changed after it was coded: how many codings were found again, how many have no sure place. */
export function TextChanged({ state, show }: { state: CodingState; show: () => void }) {
  const codings = state.here?.codings ?? [];
  const moved = codings.filter((coding) => coding.where === "moved");
  const lost = codings.filter((coding) => coding.where === "lost");
  const own = moved.filter((coding) => coding.coder === state.who);
  if (moved.length + lost.length === 0) return null;
  const keep = (): void => void state.act("codings", { edit: own.map(({ key, version, start, end }) => ({ key, version, start, end, text: state.here?.hash })) });
  return (
    <div class="fault text-changed" role="status">
      <p>{say("serve_coding.text_changed")}</p>
      {moved.length > 0 && (
        <p>
          {say("serve_coding.moved", { n: moved.length })}{" "}
          {own.length > 0 && <button type="button" onClick={keep}>{say("serve_coding.keep_places")}</button>}
        </p>
      )}
      {lost.length > 0 && (
        <p>
          {say("serve_coding.lost", { n: lost.length })} <button type="button" onClick={show}>{say("serve_coding.show_lost")}</button>
        </p>
      )}
    </div>
  );
}

function shortText(text: string): string {
  const one = text.replace(/\s+/g, " ").trim();
  return one.length > 160 ? `${one.slice(0, 160)}…` : one;
}

export function HerePanel({ state, codes }: { state: CodingState; codes: Map<string, Code> }) {
  const id = useId();
  const { here, selected } = state;
  const memo = useKept(here?.memo ?? "", here?.memo_version ?? 0, async (text, version) => {
    const before = here;
    if (before === null) return null;
    const done = await state.act("memo", { doc: before.doc, memo: text, version });
    return done === null ? null : ((done as Done & { memo_version?: number }).memo_version ?? 0);
  });
  const end = Math.max(selected.end, selected.start + 1);
  const lost = (here?.codings ?? []).filter((coding) => coding.where === "lost").sort((a, b) => a.start - b.start);
  const list = (here?.codings ?? []).filter((coding) => coding.where !== "lost").filter((coding) => coding.key === state.active || (coding.start < end && coding.end > selected.start)).sort((a, b) => a.start - b.start || b.end - a.end);
  return (
    <section id="here-panel" class="here" tabIndex={-1} aria-label={say("serve_coding.here")}>
      <p class="quiet" role="status">
        {selected.end > selected.start
          ? say("serve_coding.selected", { start: selected.start, end: selected.end, n: list.length })
          : say("serve_coding.caret", { start: selected.start, n: list.length })}
      </p>
      <ul class="codings">
        {list.map((coding) => (
          <CodingView key={coding.key} state={state} coding={coding} codes={codes} />
        ))}
      </ul>
      {lost.length > 0 && (
        <>
          <h3>{say("serve_coding.lost_codings", { n: lost.length })}</h3>
          <ul class="codings lost">
            {lost.slice(0, mostLost).map((coding) => (
              <CodingView key={coding.key} state={state} coding={coding} codes={codes} />
            ))}
          </ul>
          {lost.length > mostLost && <p class="quiet">{say("serve_coding.more_lost", { n: lost.length - mostLost })}</p>}
        </>
      )}
      {here !== null && state.who !== "" && (
        <>
          <label for={`${id}-doc`}>{say("serve_coding.document_memo")}</label>
          <textarea key={here.doc} id={`${id}-doc`} rows={3} value={memo.text} onFocus={() => memo.focus(true)} onBlur={() => memo.focus(false)} onInput={(event) => memo.type(event.currentTarget.value)} />
          <TwoTexts memo={memo} />
        </>
      )}
    </section>
  );
}

/** Marks a document as finished, or opens it again. */
export function FinishButton({ state }: { state: CodingState }) {
  const [busy, setBusy] = useState(false);
  if (state.here === null || state.doc === null || state.who === "") return null;
  const finished = state.here.finished;
  const turn = async (): Promise<void> => {
    setBusy(true);
    await state.act("coders", { do: finished ? "reopen" : "finish", doc: state.doc });
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} aria-pressed={finished} onClick={() => void turn()}>
      {say(finished ? "serve_coding.reopen" : "serve_coding.finish")}
    </button>
  );
}

