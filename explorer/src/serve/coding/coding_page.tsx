/** Coding texts by hand: documents, the text, codes; on a narrow screen one of them at a time. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAfterDrawing } from "../after_drawing.ts";
import { Fault, Waiting } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import { withBelow } from "./code_keys.ts";
import { CodersPanel, LogPanel } from "./coders_panel.tsx";
import { CodeTreeView } from "./code_tree_view.tsx";
import { useCodes, useCoding, type CodingState } from "./coding_state.ts";
import { FinishButton, HerePanel, TextChanged } from "./here_panel.tsx";
import { OthersPanel } from "./others_panel.tsx";
import { SearchPanel } from "./search_panel.tsx";
import { TextView } from "./text_view.tsx";
import { WhoHere } from "./who.tsx";

const parts = ["documents", "text", "codes", "panel"] as const;
type Part = (typeof parts)[number];
const panels = ["here", "search", "others", "coders", "log"] as const;
type Panel = (typeof panels)[number];

/** Tabs that the arrow keys move between. */
function Tabs<Name extends string>({ names, chosen, choose, label, prefix, word }: { names: readonly Name[]; chosen: Name; choose: (name: Name) => void; label: string; prefix: string; word: (name: string) => string }) {
  const key = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = names[(names.indexOf(chosen) + step + names.length) % names.length]!;
    choose(next);
    document.getElementById(`${prefix}-${next}`)?.focus();
  };
  return (
    <div class="tablist" role="tablist" aria-label={label} onKeyDown={key}>
      {names.map((name) => (
        <button key={name} id={`${prefix}-${name}`} type="button" role="tab" aria-selected={name === chosen} aria-controls={`${prefix}-${name}-part`} tabIndex={name === chosen ? 0 : -1} onClick={() => choose(name)}>
          {word(name)}
        </button>
      ))}
    </div>
  );
}

function DocumentList({ state, opened }: { state: CodingState; opened: () => void }) {
  const { desk, who } = state;
  const [words, setWords] = useState("");
  const [mine, setMine] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => state.find(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  if (desk === null) return null;
  const tasks = new Map(desk.coders.tasks.filter((task) => task.coder === who).map((task) => [task.doc, task]));
  const finished = new Set(desk.coders.finished.filter((one) => one.coder === who).map((one) => one.doc));
  const list = desk.documents.filter((one) => !mine || tasks.has(one.id)).sort((a, b) => (mine ? tasks.get(a.id)!.place - tasks.get(b.id)!.place : 0));
  return (
    <section class="documents" aria-label={say("serve_coding.documents")}>
      <h2>{say("serve_coding.documents")}</h2>
      <label for="find-documents">{say("serve_coding.find_documents")}</label>
      <input id="find-documents" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      {tasks.size > 0 && (
        <label class="check">
          <input type="checkbox" checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} /> {say("serve_coding.my_tasks", { n: tasks.size })}
        </label>
      )}
      {desk.fitting > desk.documents.length && <p class="quiet">{say("serve_coding.more_documents", { shown: desk.documents.length, all: desk.fitting })}</p>}
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <button type="button" class="document" aria-current={one.id === state.doc ? "true" : undefined} onClick={() => (state.open(one.id), opened())}>
              {one.id} {one.about !== "" && <small class="quiet">{one.about}</small>}
              <small class="count">{finished.has(one.id) ? "✓ " : ""}{desk.own?.[one.id] ?? ""}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bar({ state }: { state: CodingState }) {
  const { standing, who } = state;
  const name = (what: string | null | undefined): string => (what == null ? "" : say(`serve_coding.act_${what}`));
  return (
    <div class="coding-bar">
      <WhoHere study={state.study} coders={state.desk?.coders.coders ?? []} fail={state.fail} />
      <div class="buttons" role="group" aria-label={say("serve_coding.steps")}>
        <button type="button" disabled={who === "" || standing?.undo == null} title={name(standing?.undo)} onClick={() => void state.undo()}>{say("serve_coding.undo")}</button>{" "}
        <button type="button" disabled={who === "" || standing?.redo == null} title={name(standing?.redo)} onClick={() => void state.redo()}>{say("serve_coding.redo")}</button>{" "}
        <FinishButton state={state} />
      </div>
    </div>
  );
}

export function CodingPage({ study, rest = "" }: { study: string; rest?: string }) {
  useSignal(language);
  const state = useCoding(study, rest);
  const codes = useCodes(state.desk?.codes);
  const [part, setPart] = useState<Part>("text");
  const [panel, setPanel] = useState<Panel>("here");
  const [narrowed, setNarrowed] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const only = useMemo(() => (narrowed === null ? null : withBelow(state.desk?.codes ?? [], narrowed)), [narrowed, state.desk?.codes]);
  const afterDrawing = useAfterDrawing();
  const toText = (): void => {
    setPart("text");
    afterDrawing(() => document.querySelector<HTMLElement>(".coded-text")?.focus());
  };
  const toSearch = (): void => {
    setPart("codes");
    afterDrawing(() => box.current?.focus());
  };
  const toCoding = (): void => {
    setPart("panel");
    setPanel("here");
    afterDrawing(() => (document.querySelector<HTMLElement>(".coding.active textarea") ?? document.getElementById("here-panel"))?.focus());
  };
  const toLost = (): void => {
    setPart("panel");
    setPanel("here");
    afterDrawing(() => document.querySelector(".codings.lost")?.scrollIntoView({ block: "center" }));
  };
  useEffect(() => {
    if (state.shown !== null) setPart("text");
  }, [state.shown]);
  if (state.desk === null) return state.error === null ? <Waiting>{say("serve.looking")}</Waiting> : <Fault error={state.error} />;
  if (state.desk.documents.length === 0 && state.desk.why_none !== "")
    return (
      <div class="coding-page">
        <h1>{say("serve_coding.title")}</h1>
        <p>{state.desk.why_none}</p>
        <p>{say("serve_coding.how_documents")}</p>
      </div>
    );
  const wide = (name: Part): string => (name === part ? `part part-${name} chosen` : `part part-${name}`);
  return (
    <div class="coding-page">
      <h1 class="visually-hidden">{say("serve_coding.title")}</h1>
      <Bar state={state} />
      <Fault error={state.error} />
      <div class="narrow-only">
        <Tabs names={parts} chosen={part} choose={setPart} label={say("serve_coding.parts")} prefix="part" word={(name) => say(`serve_coding.part_${name}`)} />
      </div>
      <div class="coding-parts">
        <div id="part-documents-part" class={wide("documents")}>
          <DocumentList state={state} opened={toText} />
        </div>
        <div id="part-text-part" class={wide("text")}>
          <h2>{state.doc}</h2>
          {state.who === "" && <p class="note">{say("serve_coding.say_who")}</p>}
          {state.here !== null && !state.here.sees_others && <p class="quiet">{say("serve_coding.hidden")}</p>}
          <TextChanged state={state} show={toLost} />
          {narrowed !== null && <p class="quiet">{say("serve_coding.narrowed", { name: codes.get(narrowed)?.code ?? "" })} <button type="button" onClick={() => setNarrowed(null)}>{say("serve_coding.show_all")}</button></p>}
          <p id="coding-keys" class="quiet keys">{say("serve_coding.keys")}</p>
          {state.loaded < state.length && <progress aria-label={say("serve_coding.loading")} value={state.loaded} max={state.length} />}
          <TextView state={state} codes={codes} narrowed={only} toSearch={toSearch} toCoding={toCoding} />
        </div>
        <div id="part-codes-part" class={wide("codes")}>
          <CodeTreeView state={state} box={box} narrowed={narrowed} narrow={setNarrowed} toText={toText} />
        </div>
        <div id="part-panel-part" class={wide("panel")}>
          <Tabs names={panels} chosen={panel} choose={setPanel} label={say("serve_coding.panels")} prefix="panel" word={(name) => say(`serve_coding.panel_${name}`)} />
          <div id={`panel-${panel}-part`} role="tabpanel" aria-labelledby={`panel-${panel}`}>
            {panel === "here" && <HerePanel key={state.doc} state={state} codes={codes} />}
            {panel === "search" && <SearchPanel state={state} />}
            {panel === "others" && <OthersPanel state={state} />}
            {panel === "coders" && <CodersPanel state={state} />}
            {panel === "log" && <LogPanel state={state} />}
          </div>
        </div>
      </div>
    </div>
  );
}
