/** Judging evidence: how probable each clue is under each explanation, with ranges; what follows is shown at once, judge beside judge. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { get, post, Refused } from "../api.ts";
import { useEvery } from "../fetched.ts";
import { useFieldDrafts, type FieldDrafts } from "../field_drafts.ts";
import { Fault, Waiting } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { language, local, say, type LocalText } from "../words.ts";
import type { Standing } from "../coding/coding_types.ts";
import { nameHere, whoActs, WhoHere } from "../coding/who.tsx";
import { ReasonBox, type GivenReason } from "./reason_box.tsx";

interface Probability {
  value: number;
  low: number;
  high: number;
}
type Decibels = number | "inf" | "-inf" | null;
interface Weighed {
  prior: number[];
  posterior: number[];
  bounds: { low: number; high: number }[];
  leader: number;
  runner_up: number;
  to_reverse: Decibels;
  clues: { clue: string; counting: string; weights: Decibels[]; posterior: number[]; between: Decibels }[];
  problem?: string;
}
interface JudgedLikelihood extends Probability {
  clue: string;
  hypothesis: string;
  judge: string;
  why: string;
  version: number;
}
interface EvidenceSet {
  sets: string[];
  set: string;
  files: string[];
  hypotheses: { id: string; name: LocalText; says: LocalText; prior: Probability; judged_by: string; why: LocalText }[];
  clues: { id: string; text: LocalText; found: string; group: string; joint: boolean; source: string; confidence: string; likelihoods: { probability: Probability; judged_by: string; why: LocalText }[] }[];
  study: Weighed;
  judges: { judge: string; weighed: Weighed }[];
  judgements: JudgedLikelihood[];
  coders: string[];
  standing: Standing;
}

const shown = (value: number): string => new Intl.NumberFormat(language.value, { maximumFractionDigits: 3 }).format(value);
function decibels(value: Decibels | undefined): string {
  if (value === null || value === undefined) return "–";
  if (value === "inf") return "∞";
  if (value === "-inf") return "−∞";
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
}

/** "0.8" or "0.6 0.8 0.9": low, value, high, with a decimal point or comma. */
export function readProbability(text: string): Probability | null {
  const numbers = text.trim().split(/[\s;–/]+/).map((one) => Number(one.replace(",", ".")));
  if (text.trim() === "" || numbers.some((one) => !Number.isFinite(one))) return null;
  if (numbers.length === 1) return { low: numbers[0]!, value: numbers[0]!, high: numbers[0]! };
  return numbers.length === 3 ? { low: numbers[0]!, value: numbers[1]!, high: numbers[2]! } : null;
}

const written = (one: Probability | undefined): string => (one === undefined ? "" : one.low === one.high ? String(one.value) : `${one.low} ${one.value} ${one.high}`);

function rounded(one: Probability | undefined): Probability | undefined {
  const short = (value: number): number => Number(value.toFixed(3));
  return one && { value: short(one.value), low: short(one.low), high: short(one.high) };
}

/** Neither empty nor one or three probabilities in order. */
function isWrong(text: string): boolean {
  const probability = readProbability(text);
  return text.trim() !== "" && (probability === null || probability.low > probability.value || probability.value > probability.high || probability.low < 0 || probability.high > 1);
}

function Number3({ name, drafts, label, there, study, disabled, keep }: { name: string; drafts: FieldDrafts; label: string; there: JudgedLikelihood | undefined; study: Probability | undefined; disabled: boolean; keep: (probability: Probability | null, version: number) => Promise<boolean> }) {
  const id = useId();
  // What was typed and is no number yet: the number before it stands.
  const [draft] = useState(() => drafts.of?.(name)?.text);
  const [text, setText] = useState(draft ?? written(there));
  const [wrong, setWrong] = useState(draft !== undefined && isWrong(draft));
  const focused = useRef(false);
  const queue = useRef({ busy: false, wanted: written(there), sent: written(there) });
  const version = useRef(there?.version ?? 0);
  version.current = there?.version ?? 0;
  const drafted = useRef(draft !== undefined);
  useEffect(() => {
    // What stands there is what was sent last: after an undoing the same number can be typed again.
    if (!queue.current.busy) queue.current.sent = written(there);
    if (!focused.current && !drafted.current) setText(written(there));
  }, [there?.version]);
  const send = async (): Promise<void> => {
    const now = queue.current;
    if (now.busy) return;
    now.busy = true;
    while (now.wanted !== now.sent) {
      const next = now.wanted;
      if (isWrong(next)) break;
      const probability = readProbability(next);
      if (!(await keep(probability, version.current))) break;
      now.sent = next;
      await new Promise((done) => setTimeout(done, 0));
    }
    now.busy = false;
  };
  const type = (next: string): void => {
    setText(next);
    const wrong = isWrong(next);
    setWrong(wrong);
    // The number itself is kept as it is typed; what is none is kept as a draft.
    if (wrong || drafted.current) drafts.keep(name, wrong ? next : null, written(there));
    drafted.current = wrong;
    queue.current.wanted = next;
    void send();
  };
  return (
    <input id={id} type="text" inputMode="decimal" class="probability" aria-label={label} aria-invalid={wrong} placeholder={written(rounded(study))} disabled={disabled} value={text} onFocus={() => (focused.current = true)} onBlur={() => (focused.current = false)} onInput={(event) => type(event.currentTarget.value)} />
  );
}

function Result({ name, weighed, set }: { name: string; weighed: Weighed; set: EvidenceSet }) {
  if (weighed.problem !== undefined)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={set.hypotheses.length + 1} class="fault">{weighed.problem}</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      {weighed.posterior.map((value, at) => (
        <td key={at} class={at === weighed.leader ? "number leads" : "number"}>
          <strong>{shown(value)}</strong> <small class="quiet">{shown(weighed.bounds[at]?.low ?? value)}–{shown(weighed.bounds[at]?.high ?? value)}</small>
        </td>
      ))}
      <td class="number">{decibels(weighed.to_reverse)}</td>
    </tr>
  );
}

export function EvidencePage({ study }: { study: string }) {
  useSignal(language);
  const who = useSignal(nameHere);
  const [name, setName] = useState("");
  const [set, setSet] = useState<EvidenceSet | null>(null);
  const [error, setError] = useState<unknown>(null);
  const acting = useRef(0);
  const drafts = useFieldDrafts(study, who, "evidence", setError);
  /** Answers may overtake one another, and what is saved: what was asked for last is the newest. */
  const asked = useRef(0);
  const ask = (): void => {
    const number = (asked.current += 1);
    get<EvidenceSet>("/api/evidence/set", { study, who, set: name || undefined }).then((value) => number === asked.current && acting.current === 0 && setSet(value), setError);
  };
  useEffect(ask, [study, who, name]);
  useEvery(3000, () => {
    if (acting.current === 0 && set !== null) void get<{ standing: Standing }>("/api/coding/changes", { study, who, after: set.standing.last }).then((value) => value.standing.last !== set.standing.last && ask(), () => undefined);
  });
  const send = async (path: string, body: Record<string, unknown>): Promise<boolean> => {
    acting.current += 1;
    asked.current += 1;
    try {
      setSet(await post<EvidenceSet>(`/api/evidence/${path}`, { who: await whoActs(), set: set?.set ?? "", ...body }, { study }));
      setError(null);
      return true;
    } catch (fault) {
      setError(fault);
      if (fault instanceof Refused && fault.status === 409) void get<EvidenceSet>("/api/evidence/set", { study, who, set: name || undefined }).then(setSet, () => undefined);
      return false;
    } finally {
      acting.current -= 1;
    }
  };
  if (set === null || drafts.of === null) return error === null ? <Waiting>{say("serve.looking")}</Waiting> : <div class="coding-page"><h1>{say("serve_coding.evidence_title")}</h1><Fault error={error} /></div>;
  const judged = new Map(set.judgements.map((one) => [`${one.judge}\n${one.clue}\n${one.hypothesis}`, one]));
  const of = (judge: string, clue: string, hypothesis: string): JudgedLikelihood | undefined => judged.get(`${judge}\n${clue}\n${hypothesis}`);
  const others = set.judges.filter((one) => one.judge !== who);
  const mine = set.judges.find((one) => one.judge === who)?.weighed ?? set.study;
  const keep = (clue: string, hypothesis: string) => (probability: Probability | null, version: number): Promise<boolean> =>
    send("judge", { clue, hypothesis, version, ...(probability ?? { value: null }), why: of(who, clue, hypothesis)?.why ?? "" });
  const reason = (clue: string, hypothesis: string) => async (why: string, version: number): Promise<boolean> => {
    const there = of(who, clue, hypothesis);
    return there !== undefined && send("judge", { clue, hypothesis, version, value: there.value, low: there.low, high: there.high, why });
  };
  const reasons = (clue: string, hypothesis: string, by: string, ofStudy: string): GivenReason[] => [
    { by: by || say("serve_coding.the_study"), why: ofStudy },
    ...others.map((one) => ({ by: one.judge, why: of(one.judge, clue, hypothesis)?.why ?? "" })),
  ];
  const title = (at: number): string => local(set.hypotheses[at]!.name) || set.hypotheses[at]!.id;
  return (
    <div class="coding-page evidence-page">
      <h1>{say("serve_coding.evidence_title")}</h1>
      <div class="coding-bar">
        <WhoHere study={study} coders={set.coders} fail={setError} />
        <div class="buttons" role="group" aria-label={say("serve_coding.steps")}>
          <button type="button" disabled={who === "" || set.standing.undo === null} onClick={() => void send("undo", {})}>{say("serve_coding.undo")}</button>{" "}
          <button type="button" disabled={who === "" || set.standing.redo === null} onClick={() => void send("redo", {})}>{say("serve_coding.redo")}</button>{" "}
          <button type="button" disabled={who === "" || !set.judges.some((one) => one.judge === who)} onClick={() => void send("keep", { language: language.value })}>{say("serve_coding.keep_judgements")}</button>
        </div>
      </div>
      {set.sets.length > 1 && (
        <p>
          <label for="evidence-set">{say("serve_coding.evidence_set")}</label>{" "}
          <select id="evidence-set" value={set.set} onChange={(event) => setName(event.currentTarget.value)}>
            {set.sets.map((one) => (
              <option key={one} value={one}>{one}</option>
            ))}
          </select>
        </p>
      )}
      {who === "" && <p class="note">{say("serve_coding.say_who")}</p>}
      <p class="quiet">{say("serve_coding.evidence_means")}</p>
      <Fault error={error} />
      <div class="scrolls results" tabIndex={0} role="region" aria-label={say("serve_coding.posteriors")}>
        <table>
          <caption>{say("serve_coding.posteriors")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("serve_coding.judge")}</th>
              {set.hypotheses.map((hypothesis, at) => (
                <th key={hypothesis.id} scope="col">{title(at)}</th>
              ))}
              <th scope="col">{say("serve_coding.to_reverse")}</th>
            </tr>
          </thead>
          <tbody aria-live="polite">
            <Result name={say("serve_coding.the_study")} weighed={set.study} set={set} />
            {set.judges.map((one) => (
              <Result key={one.judge} name={one.judge} weighed={one.weighed} set={set} />
            ))}
          </tbody>
        </table>
      </div>
      <div class="scrolls tall" tabIndex={0} role="region" aria-label={say("serve_coding.clues")}>
        <table class="clues">
          <caption>{say("serve_coding.clues")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("serve_coding.clue")}</th>
              {set.hypotheses.map((hypothesis, at) => (
                <th key={hypothesis.id} scope="col">{title(at)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say("serve_coding.prior")}</th>
              {set.hypotheses.map((hypothesis, at) => (
                <td key={hypothesis.id}>
                  <Number3 key={who} name={JSON.stringify([set.set, "", hypothesis.id])} drafts={drafts} label={say("serve_coding.prior_of", { name: title(at) })} there={of(who, "", hypothesis.id)} study={hypothesis.prior} disabled={who === ""} keep={keep("", hypothesis.id)} />
                  {others.map((one) => (
                    <small key={one.judge} class="other">{one.judge}: {written(of(one.judge, "", hypothesis.id)) || "–"}</small>
                  ))}
                  <ReasonBox key={`why ${who}`} label={say("serve_coding.why_prior", { name: title(at) })} there={of(who, "", hypothesis.id)} others={reasons("", hypothesis.id, hypothesis.judged_by, local(hypothesis.why))} disabled={who === ""} keep={reason("", hypothesis.id)} />
                </td>
              ))}
            </tr>
            {set.clues.map((clue, row) => {
              const step = mine.clues?.[row];
              return (
                <tr key={clue.id}>
                  <th scope="row">
                    {local(clue.text) || clue.id}
                    <small class="quiet"> {clue.source}</small>
                    <span class="found">
                      <label for={`found-${clue.id}`}>{say("serve_coding.found")}</label>{" "}
                      <select id={`found-${clue.id}`} value={clue.found} disabled={who === "" || clue.joint} onChange={(event) => void send("found", { clue: clue.id, seen: clue.found, found: event.currentTarget.value })}>
                        {["yes", "no", "not_sought"].map((one) => (
                          <option key={one} value={one}>{say(`serve_coding.found_${one}`)}</option>
                        ))}
                      </select>{" "}
                      {step !== undefined && step.counting !== "counted" && <small class="quiet">{say(`serve_coding.counting_${step.counting.replaceAll(" ", "_")}`)}</small>}
                    </span>
                  </th>
                  {set.hypotheses.map((hypothesis, at) => (
                    <td key={hypothesis.id}>
                      <Number3 key={who} name={JSON.stringify([set.set, clue.id, hypothesis.id])} drafts={drafts} label={say("serve_coding.likelihood_of", { clue: clue.id, name: title(at) })} there={of(who, clue.id, hypothesis.id)} study={clue.likelihoods[at]?.probability} disabled={who === ""} keep={keep(clue.id, hypothesis.id)} />
                      <span class="weight">{decibels(step?.weights[at])} {say("serve_coding.db")}</span>
                      {others.map((one) => (
                        <small key={one.judge} class="other">{one.judge}: {written(of(one.judge, clue.id, hypothesis.id)) || "–"}</small>
                      ))}
                      <ReasonBox key={`why ${who}`} label={say("serve_coding.why_likelihood", { clue: clue.id, name: title(at) })} there={of(who, clue.id, hypothesis.id)} others={reasons(clue.id, hypothesis.id, clue.likelihoods[at]?.judged_by ?? "", local(clue.likelihoods[at]?.why))} disabled={who === ""} keep={reason(clue.id, hypothesis.id)} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
