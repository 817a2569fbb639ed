/** What others coded: where two coders differ, side by side, and how far all agree, as it stands now. */
import { useEffect, useId, useState } from "preact/hooks";
import { get } from "../api.ts";
import { Fault } from "../message.tsx";
import { language, say } from "../words.ts";
import type { CodingState } from "./coding_state.ts";
import type { AgreementRow, Difference, PlacedCode } from "./coding_types.ts";

interface Differences {
  differences: Difference[];
  agreed: number;
  hidden: boolean;
}

interface Agreement {
  rows: AgreementRow[];
  documents: number;
  codings: number;
  coders: string[];
}

/** Asked anew whenever anything changes in the workspace, a moment later. */
function useLive<T>(path: string | null, query: Record<string, string>, change: number | undefined): { value: T | null; error: unknown } {
  const [state, setState] = useState<{ value: T | null; error: unknown }>({ value: null, error: null });
  const words = JSON.stringify([path, query]);
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      get<T>(path, query).then(
        (value) => wanted && setState({ value, error: null }),
        (error: unknown) => wanted && setState({ value: null, error }),
      );
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [words, change]);
  return state;
}

function Codes({ codes }: { codes: readonly PlacedCode[] }) {
  if (codes.length === 0) return <span class="quiet">{say("serve_coding.nothing_coded")}</span>;
  return (
    <>
      {codes.map((one, at) => (
        <span key={at}>
          {at > 0 && ", "}
          {one.code} <small class="quiet">{`${one.start}–${one.end}`}</small>
          {one.memo !== "" && <em> {one.memo}</em>}
        </span>
      ))}
    </>
  );
}

function SideBySide({ state }: { state: CodingState }) {
  const id = useId();
  const coders = [...new Set((state.here?.codings ?? []).map((coding) => coding.coder))].sort();
  const [chosen, setChosen] = useState<[string, string] | null>(null);
  const one = chosen?.[0] ?? (coders.includes(state.who) ? state.who : (coders[0] ?? ""));
  const other = chosen?.[1] ?? coders.find((coder) => coder !== one) ?? "";
  const ask = state.doc !== null && one !== "" && other !== "" && one !== other;
  const { value, error } = useLive<Differences>(ask ? "/api/coding/differences" : null, { study: state.study, who: state.who, doc: state.doc ?? "", one, other }, state.standing?.last);
  if (state.here !== null && !state.here.sees_others) return <p class="quiet">{say("serve_coding.hidden")}</p>;
  if (coders.length < 2) return <p class="quiet">{say("serve_coding.one_coder")}</p>;
  const choice = (which: 0 | 1, value_: string, label: string) => (
    <span>
      <label for={`${id}-${which}`}>{label}</label>{" "}
      <select id={`${id}-${which}`} value={value_} onChange={(event) => setChosen(which === 0 ? [event.currentTarget.value, other] : [one, event.currentTarget.value])}>
        {coders.map((coder) => (
          <option key={coder} value={coder}>{coder}</option>
        ))}
      </select>
    </span>
  );
  return (
    <>
      <p class="buttons">
        {choice(0, one, say("serve_coding.coder_one"))} {choice(1, other, say("serve_coding.coder_other"))}
      </p>
      <Fault error={error} />
      {value !== null && ask && (
        <>
          <p role="status">{say("serve_coding.differences", { n: value.differences.length, agreed: value.agreed })}</p>
          <div class="scrolls" tabIndex={0} role="region" aria-label={say("serve_coding.side_by_side")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("serve_coding.place")}</th>
                  <th scope="col">{one}</th>
                  <th scope="col">{other}</th>
                </tr>
              </thead>
              <tbody>
                {value.differences.map((difference) => (
                  <tr key={`${difference.start}-${difference.end}-${difference.kind}-${difference.ones[0]?.code ?? ""}`}>
                    <td>
                      <button type="button" class="link" onClick={() => state.show({ start: difference.start, end: difference.end })}>
                        {difference.text}
                      </button>{" "}
                      <small class="quiet">{say(`serve_coding.difference_${difference.kind}`)}</small>
                    </td>
                    <td><Codes codes={difference.ones} /></td>
                    <td><Codes codes={difference.others} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function number(value: number | null, percent: boolean): string {
  if (value === null) return "–";
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: percent ? 1 : 3, minimumFractionDigits: percent ? 1 : 3 }).format(value);
}

function AgreementTable({ state }: { state: CodingState }) {
  const { value, error } = useLive<Agreement>("/api/coding/agreement", { study: state.study, who: state.who }, state.standing?.last);
  const statistics = ["percent_agreement", "u_alpha", "binary_alpha", "cu_alpha", "ku_alpha"];
  if (value === null) return <Fault error={error} />;
  if (value.rows.length === 0) return <p class="quiet">{say("serve_coding.no_agreement")}</p>;
  const rows = value.rows.filter((row) => statistics.includes(row.statistic));
  const together = rows.filter((row) => row.code === null);
  const codes = [...new Set(rows.filter((row) => row.code !== null).map((row) => row.code!))];
  const of = (code: string, statistic: string, basis: string): AgreementRow | undefined => rows.find((row) => row.code === code && row.statistic === statistic && row.basis === basis);
  return (
    <>
      <p>{say("serve_coding.agreement_of", { documents: value.documents, codings: value.codings, coders: value.coders.length })}</p>
      <div class="scrolls" tabIndex={0} role="region" aria-label={say("serve_coding.agreement")}>
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{say("serve_coding.statistic")}</th>
              <th scope="col">{say("serve_coding.basis")}</th>
              <th scope="col">{say("serve_coding.value")}</th>
            </tr>
          </thead>
          <tbody>
            {together.map((row) => (
              <tr key={row.statistic + row.basis}>
                <th scope="row">{say(`serve_coding.stat_${row.statistic}`)}</th>
                <td>{say(`serve_coding.basis_${row.basis.replaceAll(" ", "_")}`)}</td>
                <td class="number" title={row.note ?? undefined}>{number(row.value, row.statistic === "percent_agreement")}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{say("serve_coding.code")}</th>
              <th scope="col">{say("serve_coding.percent_of_coded")}</th>
              <th scope="col">{say("serve_coding.stat_u_alpha")}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td class="number">{number(of(code, "percent_agreement", "coded text")?.value ?? null, true)}</td>
                <td class="number">{number(of(code, "u_alpha", "all text")?.value ?? null, false)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function OthersPanel({ state }: { state: CodingState }) {
  return (
    <section aria-label={say("serve_coding.others")}>
      <h3>{say("serve_coding.side_by_side")}</h3>
      <SideBySide key={state.doc} state={state} />
      <h3>{say("serve_coding.agreement")}</h3>
      <AgreementTable state={state} />
    </section>
  );
}
