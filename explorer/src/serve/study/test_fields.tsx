/** One declared test: the number it reads, what the number must be, and whether that was known before it was declared. */
import { useId, useLayoutEffect } from "preact/hooks";
import { useFetched, useSettled } from "../fetched.ts";
import { local, language, say, type LocalText } from "../words.ts";
import { declaredNow, weightOf, type DraftTest, type TestPart } from "./proposition_edits.ts";
import type { Overview, Proposition } from "./study_data.ts";
import { ThreeTexts } from "./three_texts.tsx";

interface Form {
  text: string;
  uncertain: boolean;
  window: string;
}

/** "mean_share.<pole>.2024" as a pattern. */
const patternOf = (form: string): RegExp => new RegExp(`^${form.split(/<[^>]*>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);

const most = 60;
const kinds: [key: string, text: string][] = [
  ["above", "> 0"],
  ["below", "< 0"],
  ["between", "between -0.1 and 0.1"],
  ["above_median", "above the median of comparison"],
  ["below_median", "below the median of comparison"],
  ["rank", "rank <= 3 of comparison"],
  ["contains", "term contains A in every model"],
];

/** What a number is called in a test of an analysis: those it may have, and those that the last run gave. */
function useNumbers(study: string, analysis: string): { forms: Form[]; known: Set<string> } {
  const forms = useFetched<{ forms: Form[] }>(analysis === "" ? null : "/api/study/quantities", { study, analysis });
  const claims = useFetched<{ result: { claim: string; value: number | null; statement: string }[] | null }>(analysis === "" ? null : "/api/study/claim", { study, id: `${analysis}.`, rows: 0 });
  const listed = Array.isArray(claims.value?.result) ? claims.value.result : [];
  return { forms: forms.value?.forms ?? [], known: new Set(listed.filter((one) => one.value !== null || (one.statement ?? "") !== "").map((one) => one.claim.slice(analysis.length + 1))) };
}

function Known({ study, claim }: { study: string; claim: string }) {
  const { value } = useFetched<{ result: { measures?: string; subject?: string } | null }>("/api/study/claim", { study, id: claim, rows: 0, language: language.value });
  if (value?.result?.measures === undefined) return null;
  return (
    <small class="quiet">
      {value.result.measures}
      {value.result.subject ? ` (${value.result.subject})` : ""}
    </small>
  );
}

interface Props {
  study: string;
  overview: Overview;
  proposition: Proposition | null;
  number: number;
  test: DraftTest;
  change: (test: DraftTest) => void;
  takeOut: () => void;
}

export function TestFields({ study, overview, proposition, number, test, change, takeOut }: Props) {
  const id = useId();
  const { forms, known } = useNumbers(study, test.analysis);
  const typed = test.quantity.trim();
  const form = forms.find((one) => one.text === typed) ?? forms.find((one) => one.text.includes("<") && patternOf(one.text).test(typed));
  const isKnown = known.has(typed);
  const fresh = declaredNow(proposition, test);
  const settled = useSettled(test.criterion.trim(), 300);
  const said = useFetched<{ words?: LocalText; what?: string; remedy?: string }>(settled === "" ? null : "/api/study/comparison", { study, text: settled });
  // Whoever writes a test when its number is there has, or could have, seen it: the file says so.
  const mustSay = fresh && isKnown && !test.data_seen;
  // Before anything else can be typed, which `test` would not know.
  useLayoutEffect(() => {
    if (mustSay) change({ ...test, data_seen: true });
  }, [mustSay]);
  const offered = [...new Set([...forms.map((one) => one.text), ...known])].filter((one) => one.toLowerCase().includes(typed.toLowerCase())).slice(0, most);
  const choose = (key: string): void => {
    const text = kinds.find(([one]) => one === key)?.[1];
    if (text === undefined) return;
    const certain = form?.uncertain === false || key === "contains";
    change({ ...test, criterion: certain ? text : `${text} with probability 0.9` });
  };
  return (
    <fieldset class="test">
      <legend>{say("serve.test_number", { n: number })}</legend>
      <label class="field">
        {say("serve.test_part")}
        <select value={test.part} onChange={(event) => change({ ...test, part: event.currentTarget.value as TestPart })}>
          {(["test", "if", "then"] as const).map((one) => (
            <option key={one} value={one}>
              {say(`serve.part_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say("serve.test_analysis")}
        <select value={test.analysis} onChange={(event) => change({ ...test, analysis: event.currentTarget.value })}>
          <option value="">{say("serve.choose_analysis")}</option>
          {(overview.analyses ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {local(one.title) || one.id} ({one.id})
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say("serve.test_quantity")}
        <input type="text" list={id} autocomplete="off" value={test.quantity} onInput={(event) => change({ ...test, quantity: event.currentTarget.value })} />
      </label>
      <datalist id={id}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {isKnown && <Known study={study} claim={`${test.analysis}.${typed}`} />}
      {typed.includes("<") && <small class="quiet">{say("serve.fill_in")}</small>}
      {test.analysis !== "" && typed === "" && <small class="quiet">{say("serve.numbers_offered", { n: new Set([...forms.map((one) => one.text), ...known]).size })}</small>}
      <label class="field">
        {say("serve.comparison_kind")}
        <select value="" onChange={(event) => (choose(event.currentTarget.value), (event.currentTarget.value = ""))}>
          <option value="">{say("serve.choose_kind")}</option>
          {kinds.map(([key]) => (
            <option key={key} value={key}>
              {say(`serve.kind_${key}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say("serve.test_comparison")}
        <input type="text" value={test.criterion} aria-invalid={said.value?.what !== undefined && settled !== ""} onInput={(event) => change({ ...test, criterion: event.currentTarget.value })} />
      </label>
      {settled !== "" && said.value?.words !== undefined && <small class="quiet">{say("serve.asks_for", { words: local(said.value.words) })}</small>}
      {settled !== "" && said.value?.what !== undefined && (
        <small class="fault" lang="en">
          {said.value.what}; {said.value.remedy}
        </small>
      )}
      {form?.uncertain === true && <small class="quiet"> {say("serve.needs_probability")}</small>}
      <label class="field">
        {say("serve.weight")}
        <input type="text" inputMode="decimal" value={test.weight} aria-invalid={weightOf(test) === null} onInput={(event) => change({ ...test, weight: event.currentTarget.value })} />
      </label>
      <ThreeTexts label={say("serve.opposite_means")} text={test.opposite_means} change={(opposite_means) => change({ ...test, opposite_means })} />
      <details>
        <summary>{say("serve.absolute_because")}</summary>
        <ThreeTexts label={say("serve.absolute_because")} hint={say("serve.absolute_hint")} text={test.absolute_because} change={(absolute_because) => change({ ...test, absolute_because })} />
      </details>
      <label class="check">
        <input type="checkbox" checked={test.data_seen} disabled={fresh && isKnown} onChange={(event) => change({ ...test, data_seen: event.currentTarget.checked })} /> {say("serve.data_seen")}
      </label>
      {fresh && isKnown && (
        <p class="note" role="status">
          {say("serve.data_known")}
        </p>
      )}
      <button type="button" onClick={takeOut}>
        {say("serve.take_out_test", { n: number })}
      </button>
      {!fresh && isKnown && <small class="quiet"> {say("serve.test_known")}</small>}
    </fieldset>
  );
}
