/** Coding a table of cases: each cell with value, other value, confidence, sources, note. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAfterDrawing } from "../after_drawing.ts";
import { get, post, Refused } from "../api.ts";
import { useEvery } from "../fetched.ts";
import { useFieldDrafts, type FieldDrafts } from "../field_drafts.ts";
import { Fault, Waiting } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";
import type { Standing } from "../coding/coding_types.ts";
import { nameHere, whoActs, WhoHere } from "../coding/who.tsx";

type Texts = Record<string, string>;
interface Table {
  data: string;
  cases_file: string;
  cells_file: string;
  variables: string[];
  fields: string[];
  rows: { case: string; about: Texts; values: Texts }[];
  cells: Texts[];
  sources: { key: string; reference: string }[];
  problems: string[];
}
interface Cases {
  tables: string[];
  table: Table | null;
  standing: Standing;
  coders: string[];
}

interface FieldProps {
  table: Table;
  cell: string;
  variable: string;
  field: string;
  /** What stands there now. */
  there: string;
  drafts: FieldDrafts;
  save: (field: string, seen: string, text: string) => Promise<boolean>;
  disabled: boolean;
}

function Field({ table, cell, variable, field, there, drafts, save, disabled }: FieldProps) {
  const id = useId();
  const name = JSON.stringify([table.data, cell, variable, field]);
  const [draft] = useState(() => drafts.of?.(name));
  const [text, setText] = useState(draft?.text ?? there);
  /** What stood there when the typing began; null: nothing is typed. */
  const [begun, setBegun] = useState<string | null>(draft?.seen ?? null);
  // Before anything else can be typed: later it would put back what stood there over what was typed meanwhile.
  const shown = useRef(there);
  useLayoutEffect(() => {
    if (shown.current === there) return;
    shown.current = there;
    if (begun === null) setText(there);
    else if (text === there) finish();
  }, [there]);
  const finish = (): void => {
    setBegun(null);
    drafts.keep(name, null, "");
  };
  const type = (next: string): void => {
    setText(next);
    setBegun((before) => before ?? there);
    drafts.keep(name, next, begun ?? there);
  };
  /** Somebody else has changed the cell since the typing began: nothing is written before one of the two is chosen. */
  const conflict = begun !== null && begun !== there && text !== there;
  const saving = useRef(false);
  const keep = async (next: string, seen: string): Promise<void> => {
    if (next === there) return finish();
    if (saving.current) return;
    saving.current = true;
    if (await save(field, seen, next)) finish();
    saving.current = false;
  };
  const leave = (): void => {
    if (begun !== null && !conflict) void keep(text, begun);
  };
  const label = <label for={id}>{say(`serve_coding.field_${field}`)}</label>;
  const both = (
    <>
      {conflict && (
        <div role="alert" class="note">
          <p>{say("serve_coding.cell_changed")}</p>
          <dl>
            <dt>{say("serve_coding.theirs")}</dt>
            <dd>{there === "" ? "–" : there}</dd>
            <dt>{say("serve_coding.mine")}</dt>
            <dd>{text === "" ? "–" : text}</dd>
          </dl>
          <p class="buttons">
            <button type="button" onClick={() => void keep(text, there)}>{say("serve.keep_mine")}</button>{" "}
            <button type="button" onClick={() => (setText(there), finish())}>{say("serve.take_theirs")}</button>
          </p>
        </div>
      )}
      {begun !== null && !conflict && draft !== undefined && <p class="quiet" role="status">{say("serve_coding.draft_here")}</p>}
    </>
  );
  if (field === "confidence")
    return (
      <div class="field">
        {label}
        <select id={id} value={text} disabled={disabled} onChange={(event) => (type(event.currentTarget.value), conflict || void keep(event.currentTarget.value, begun ?? there))}>
          {["", "high", "medium", "low"].map((one) => (
            <option key={one} value={one}>{one === "" ? "–" : say(`serve_coding.confidence_${one}`)}</option>
          ))}
        </select>
        {both}
      </div>
    );
  const long = field.startsWith("note");
  const props = {
    id,
    disabled,
    value: text,
    onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: leave,
  };
  return (
    <div class="field">
      {label}
      {long ? <textarea rows={3} lang={field === "note_kk" ? "kk" : field === "note_ru" ? "ru" : "en"} {...props} /> : <input list={field === "source_keys" ? "case-sources" : undefined} onKeyDown={(event) => event.key === "Enter" && leave()} {...props} />}
      {both}
    </div>
  );
}

function CellForm({ table, at, drafts, change, disabled, close }: { table: Table; at: [string, string]; drafts: FieldDrafts; change: (field: string, seen: string, text: string) => Promise<boolean>; disabled: boolean; close: () => void }) {
  const [name, variable] = at;
  const cell = table.cells.find((one) => one["case"] === name && one["variable"] === variable);
  const value = table.rows.find((row) => row.case === name)?.values[variable] ?? "";
  const named = (cell?.["source_keys"] ?? "").split(";").map((key) => key.trim());
  return (
    <section class="cell-form" aria-label={say("serve_coding.cell_of", { name, variable })} onKeyDown={(event) => event.key === "Escape" && close()}>
      <h2 id="cell-form" tabIndex={-1}>{name}, {variable}</h2>
      {cell === undefined && table.cells_file !== "" && <p class="quiet">{say("serve_coding.no_cell_row", { file: table.cells_file })}</p>}
      {table.fields.map((field) => (
        <Field key={`${name} ${variable} ${field}`} table={table} drafts={drafts} cell={name} variable={variable} field={field} there={cell?.[field] ?? (field === "value" ? value : "")} save={change} disabled={disabled || (cell === undefined && field !== "value")} />
      ))}
      <ul class="quiet">
        {table.sources.filter((source) => named.includes(source.key)).map((source) => (
          <li key={source.key}>{source.key}: {source.reference}</li>
        ))}
      </ul>
      <datalist id="case-sources">
        {table.sources.map((source) => (
          <option key={source.key} value={source.key}>{source.reference}</option>
        ))}
      </datalist>
    </section>
  );
}

export function CasesPage({ study }: { study: string }) {
  useSignal(language);
  const who = useSignal(nameHere);
  const afterDrawing = useAfterDrawing();
  const [cases, setCases] = useState<Cases | null>(null);
  const [data, setData] = useState("");
  const [at, setAt] = useState<[string, string] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState("");
  const drafts = useFieldDrafts(study, who, "cases", setError);
  const busy = useRef(0);
  /** Answers may overtake one another, and what is saved: what was asked for last is the newest. */
  const asked = useRef(0);
  const ask = (): void => {
    const number = (asked.current += 1);
    get<Cases>("/api/cases/table", { study, who, data: data || undefined }).then((value) => number === asked.current && busy.current === 0 && setCases(value), setError);
  };
  useEffect(ask, [study, who, data]);
  useEvery(4000, () => {
    if (busy.current === 0) void get<{ standing: Standing }>("/api/coding/changes", { study, who, after: cases?.standing.last ?? 0 }).then((value) => value.standing.last !== cases?.standing.last && ask(), () => undefined);
  });
  const send = async (path: string, body: Record<string, unknown>): Promise<boolean> => {
    busy.current += 1;
    asked.current += 1;
    setSaved("");
    try {
      setCases(await post<Cases>(path, { who: await whoActs(), data: cases?.table?.data ?? "", ...body }, { study }));
      setError(null);
      setSaved(say("serve_coding.saved"));
      return true;
    } catch (fault) {
      setError(fault);
      if (fault instanceof Refused && fault.status === 409) void get<Cases>("/api/cases/table", { study, who, data: data || undefined }).then(setCases, () => undefined);
      return false;
    } finally {
      busy.current -= 1;
    }
  };
  const key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyZ" || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    void send(event.shiftKey ? "/api/cases/redo" : "/api/cases/undo", {});
  };
  if (cases === null) return error === null ? <Waiting>{say("serve.looking")}</Waiting> : <Fault error={error} />;
  const table = cases.table;
  if (table === null)
    return (
      <div class="coding-page">
        <h1>{say("serve_coding.cases_title")}</h1>
        <p>{say("serve_coding.no_cases")}</p>
      </div>
    );
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
    if (step === undefined || cell === null) return;
    event.preventDefault();
    const next = document.querySelector<HTMLElement>(`[data-row="${Number(cell.dataset["row"]) + step[0]!}"][data-column="${Number(cell.dataset["column"]) + step[1]!}"]`);
    next?.focus();
  };
  const sure = new Map(table.cells.map((cell) => [`${cell["case"]} ${cell["variable"]}`, cell]));
  return (
    <div class="coding-page" onKeyDown={key}>
      <h1>{say("serve_coding.cases_title")}</h1>
      <div class="coding-bar">
        <WhoHere study={study} coders={cases.coders} fail={setError} />
        <div class="buttons" role="group" aria-label={say("serve_coding.steps")}>
          <button type="button" disabled={who === "" || cases.standing.undo === null} onClick={() => void send("/api/cases/undo", {})}>{say("serve_coding.undo")}</button>{" "}
          <button type="button" disabled={who === "" || cases.standing.redo === null} onClick={() => void send("/api/cases/redo", {})}>{say("serve_coding.redo")}</button>
        </div>
      </div>
      {cases.tables.length > 1 && (
        <p>
          <label for="case-table">{say("serve_coding.case_table")}</label>{" "}
          <select id="case-table" value={table.data} onChange={(event) => setData(event.currentTarget.value)}>
            {cases.tables.map((one) => (
              <option key={one} value={one}>{one}</option>
            ))}
          </select>
        </p>
      )}
      <p class="quiet">{say("serve_coding.cases_means", { files: [table.cases_file, table.cells_file].filter((file) => file !== "").join(", ") })}</p>
      {who === "" && <p class="note">{say("serve_coding.say_who")}</p>}
      <Fault error={error} />
      <p role="status" class="quiet">{saved}</p>
      {table.problems.length > 0 && (
        <ul class="problems" aria-label={say("serve_coding.case_problems")}>
          {table.problems.map((problem) => (
            <li key={problem} class="fault">{problem}</li>
          ))}
        </ul>
      )}
      <div class="cases-parts">
        <div class="scrolls" tabIndex={0} role="region" aria-label={say("serve_coding.case_table")}>
          <table class="case-table" onKeyDown={move}>
            <thead>
              <tr>
                <th scope="col">{say("serve_coding.case")}</th>
                {table.variables.map((variable) => (
                  <th key={variable} scope="col">{variable}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                <tr key={row.case}>
                  <th scope="row">{row.about[`name_${language.value}`] || row.about["name_en"] || row.case}</th>
                  {table.variables.map((variable, column) => {
                    const cell = sure.get(`${row.case} ${variable}`);
                    const chosen = at !== null && at[0] === row.case && at[1] === variable;
                    return (
                      <td key={variable}>
                        <button
                          type="button"
                          class={`cell ${cell?.["confidence"] ?? ""}`}
                          data-row={line}
                          data-column={column}
                          aria-pressed={chosen}
                          aria-label={say("serve_coding.cell_says", { name: row.case, variable, value: (row.values[variable] || "–") + (cell?.["alt"] ? ` / ${cell["alt"]}` : ""), confidence: cell?.["confidence"] ? say(`serve_coding.confidence_${cell["confidence"]}`) : "–" })}
                          onClick={() => (setAt([row.case, variable]), afterDrawing(() => document.getElementById("cell-form")?.focus()))}
                        >
                          {row.values[variable] || "–"}
                          {cell?.["alt"] ? <small> / {cell["alt"]}</small> : null}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {at !== null && drafts.of !== null && <CellForm key={`${who} ${at.join(" ")}`} drafts={drafts} table={table} at={at} disabled={who === ""} close={() => setAt(null)} change={(field, seen, text) => send("/api/cases/cell", { case: at[0], variable: at[1], field, seen, text })} />}
      </div>
    </div>
  );
}
