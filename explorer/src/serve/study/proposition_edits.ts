/** What a form of a proposition changes, as edits of study.toml. */
import type { LocalText } from "../words.ts";
import { tomlValue, type DeclaredTest, type Edit, type Proposition } from "./study_data.ts";

export type TestPart = DeclaredTest["part"];

export interface DraftTest {
  /** Of a test that stands in the file; null: a new one. */
  path: string | null;
  part: TestPart;
  analysis: string;
  quantity: string;
  criterion: string;
  weight: string;
  data_seen: boolean;
  opposite_means: LocalText;
  absolute_because: LocalText;
}

export interface Draft {
  id: string;
  text: LocalText;
  theory: string;
  would_change: LocalText;
  expects: Record<string, string>;
  expects_seen: boolean;
  tests: DraftTest[];
}

export const noText: LocalText = { en: "", kk: "", ru: "" };
export const newTest: DraftTest = { path: null, part: "test", analysis: "", quantity: "", criterion: "", weight: "1", data_seen: false, opposite_means: noText, absolute_because: noText };

export function draftOf(proposition: Proposition | null): Draft {
  if (proposition === null) return { id: "", text: noText, theory: "none", would_change: noText, expects: {}, expects_seen: false, tests: [newTest] };
  return {
    id: proposition.id,
    text: proposition.text,
    theory: proposition.theory,
    would_change: proposition.would_change,
    expects: proposition.expects,
    expects_seen: proposition.expects_seen,
    tests: proposition.tests.map((test) => ({ ...test, weight: String(test.weight) })),
  };
}

const isSaid = (text: LocalText): boolean => text.en.trim() !== "" || text.kk.trim() !== "" || text.ru.trim() !== "";

/** A text in its languages as TOML. The file needs English: until the author translates it, another language stands in its place. */
export function tomlText(text: LocalText): string {
  const [en, kk, ru] = [text.en.trim(), text.kk.trim(), text.ru.trim()];
  return tomlValue(Object.fromEntries(Object.entries({ en: en || kk || ru, kk, ru }).filter(([, said]) => said !== "")));
}

const sameText = (one: LocalText, other: LocalText): boolean => one.en === other.en && one.kk === other.kk && one.ru === other.ru;

/** The weight as a number; null where what was typed is none. */
export function weightOf(test: DraftTest): number | null {
  const weight = Number(test.weight.replace(",", "."));
  return test.weight.trim() !== "" && Number.isFinite(weight) && weight > 0 ? weight : null;
}

function linesOfTest(test: DraftTest): string[] {
  const weight = weightOf(test) ?? 1;
  return [
    `[[proposition.${test.part}]]`,
    `analysis = ${tomlValue(test.analysis)}`,
    `quantity = ${tomlValue(test.quantity.trim())}`,
    `comparison = ${tomlValue(test.criterion.trim())}`,
    ...(weight === 1 ? [] : [`weight = ${weight}`]),
    ...(test.data_seen ? ["data_seen = true"] : []),
    ...(isSaid(test.opposite_means) ? [`opposite_means = ${tomlText(test.opposite_means)}`] : []),
    ...(isSaid(test.absolute_because) ? [`absolute_because = ${tomlText(test.absolute_because)}`] : []),
  ];
}

function linesOfProposition(draft: Draft): string[] {
  return [
    "[[proposition]]",
    `id = ${tomlValue(draft.id.trim())}`,
    `text = ${tomlText(draft.text)}`,
    `theory = ${tomlValue(draft.theory)}`,
    ...(Object.keys(draft.expects).length > 0 ? [`expects = ${tomlValue(draft.expects)}`, ...(draft.expects_seen ? ["expects_seen = true"] : [])] : []),
    ...(isSaid(draft.would_change) ? [`would_change = ${tomlText(draft.would_change)}`] : []),
    ...draft.tests.flatMap(linesOfTest),
  ];
}

function editsOfTest(before: DeclaredTest, now: DraftTest): Edit[] {
  const edits: Edit[] = [];
  const set = (key: string, value: string): void => void edits.push({ path: `${before.path}.${key}`, value });
  if (now.analysis !== before.analysis) set("analysis", tomlValue(now.analysis));
  if (now.quantity !== before.quantity) set("quantity", tomlValue(now.quantity.trim()));
  if (now.criterion !== before.criterion) set("comparison", tomlValue(now.criterion.trim()));
  if (weightOf(now) !== before.weight) set("weight", String(weightOf(now) ?? 1));
  if (now.data_seen !== before.data_seen) set("data_seen", String(now.data_seen));
  for (const key of ["opposite_means", "absolute_because"] as const) if (!sameText(now[key], before[key])) edits.push(editOfText(`${before.path}.${key}`, now[key]));
  return edits;
}

const editOfText = (path: string, text: LocalText): Edit => (isSaid(text) ? { path, value: tomlText(text) } : { kind: "remove", path, value: "" });

/** The number at the end of a path: those behind it move up when it goes. */
const place = (path: string): number => Number(path.slice(path.lastIndexOf(".") + 1));

/** The edits that make the draft of what stands in the file; of a new proposition its lines. */
export function editsOfDraft(before: Proposition | null, draft: Draft): Edit[] {
  if (before === null) return [{ kind: "add", path: "proposition", value: linesOfProposition(draft).join("\n") }];
  const path = `proposition.${before.id}`;
  const edits: Edit[] = [];
  if (!sameText(draft.text, before.text)) edits.push({ path: `${path}.text`, value: tomlText(draft.text) });
  if (draft.theory !== before.theory) edits.push({ path: `${path}.theory`, value: tomlValue(draft.theory) });
  if (JSON.stringify(draft.expects) !== JSON.stringify(before.expects)) {
    const some = Object.keys(draft.expects).length > 0;
    edits.push(some ? { path: `${path}.expects`, value: tomlValue(draft.expects) } : { kind: "remove", path: `${path}.expects`, value: "" });
    if (some && draft.expects_seen !== before.expects_seen) edits.push({ path: `${path}.expects_seen`, value: String(draft.expects_seen) });
    if (!some && before.expects_seen) edits.push({ kind: "remove", path: `${path}.expects_seen`, value: "" });
  }
  if (!sameText(draft.would_change, before.would_change)) edits.push(editOfText(`${path}.would_change`, draft.would_change));
  const stays = (test: DeclaredTest): DraftTest | undefined => draft.tests.find((one) => one.path === test.path && one.part === test.part);
  for (const test of before.tests) {
    const now = stays(test);
    if (now !== undefined) edits.push(...editsOfTest(test, now));
  }
  const gone = before.tests.filter((test) => stays(test) === undefined).sort((one, other) => place(other.path) - place(one.path));
  for (const test of gone) edits.push({ kind: "remove", path: test.path, value: "" });
  for (const test of draft.tests)
    if (!before.tests.some((one) => one.path === test.path && one.part === test.part)) edits.push({ kind: "add", path, value: linesOfTest(test).join("\n") });
  return edits;
}

/** Is this another test than the one that stands in the file? Then it is declared now. */
export function declaredNow(before: Proposition | null, test: DraftTest): boolean {
  const former = before?.tests.find((one) => one.path === test.path);
  return former === undefined || former.analysis !== test.analysis || former.quantity !== test.quantity || former.criterion !== test.criterion;
}
