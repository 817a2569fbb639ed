/** Settings of a study that decide its numbers: years, members of poles, comparison states, weights, windows, cut-offs. */
import { StatesField } from "../start/states_field.tsx";
import { local, say } from "../words.ts";
import { shownParameter, tomlOfParameter, tomlValue, type Edit, type Overview, type Parameter } from "./study_data.ts";

/** What was changed: by the path in study.toml, a list of states or what was typed. */
export type Typed = Record<string, string[] | string>;

const yearsPath = "study.years";

/** Only values that stand in the file can be tried and kept as a choice. */
function written(study: Overview): { analysis: string; title: string; parameters: Parameter[] }[] {
  return (study.analyses ?? [])
    .map((analysis) => ({ analysis: analysis.id, title: local(analysis.title) || analysis.id, parameters: analysis.parameters.filter((parameter) => parameter.written !== null) }))
    .filter((one) => one.parameters.length > 0);
}

const pathOf = (analysis: string, parameter: Parameter): string => `analysis.${analysis}.parameters.${parameter.name}`;

/** The edits that were made; nothing (null) where something typed is not of its kind. */
export function controlEdits(study: Overview, typed: Typed): Edit[] | null {
  const edits: Edit[] = [];
  for (const [path, value] of Object.entries(typed)) {
    if (Array.isArray(value)) {
      edits.push({ path, value: tomlValue(value) });
      continue;
    }
    if (path === yearsPath) {
      const years = /^\s*(\d{4})\s*[-–]\s*(\d{4})\s*$/.exec(value);
      if (years === null) return null;
      edits.push({ path, value: `[${years[1]}, ${years[2]}]` });
      continue;
    }
    const parameter = written(study).flatMap((one) => one.parameters.map((each) => ({ path: pathOf(one.analysis, each), each }))).find((one) => one.path === path)?.each;
    if (parameter === undefined || value === shownParameter(parameter.written)) continue;
    const toml = tomlOfParameter(parameter, value);
    if (toml === null) return null;
    edits.push({ path, value: toml });
  }
  return edits;
}

export function Controls({ study, typed, change }: { study: Overview; typed: Typed; change: (typed: Typed) => void }) {
  const put = (path: string, value: string[] | string, before: string[] | string): void => {
    const next = { ...typed, [path]: value };
    if (JSON.stringify(value) === JSON.stringify(before)) delete next[path];
    change(next);
  };
  const years = study.years === undefined ? "" : `${study.years[0]}-${study.years[1]}`;
  return (
    <>
      <label class="field">
        {say("serve.years")}
        <input type="text" value={(typed[yearsPath] as string | undefined) ?? years} onInput={(event) => put(yearsPath, event.currentTarget.value, years)} />
      </label>
      {(study.poles ?? []).map((pole) => (
        <StatesField
          key={pole.id}
          label={say("serve.members_of", { pole: local(pole.name) || pole.id })}
          chosen={(typed[`pole.${pole.id}.members`] as string[] | undefined) ?? pole.members}
          change={(codes) => put(`pole.${pole.id}.members`, codes, pole.members)}
        />
      ))}
      {study.comparison !== undefined && study.comparison.length > 0 && (
        <StatesField
          label={say("serve.comparison")}
          chosen={(typed["study.comparison"] as string[] | undefined) ?? study.comparison}
          change={(codes) => put("study.comparison", codes, study.comparison ?? [])}
        />
      )}
      {written(study).map((one) => (
        <details key={one.analysis}>
          <summary>{one.title}</summary>
          {one.parameters.map((parameter) => {
            const path = pathOf(one.analysis, parameter);
            const before = shownParameter(parameter.written);
            const now = (typed[path] as string | undefined) ?? before;
            return (
              <label class="field" key={path}>
                <code>{parameter.name}</code>
                <input type="text" value={now} aria-invalid={now.trim() === "" || tomlOfParameter(parameter, now) === null} onInput={(event) => put(path, event.currentTarget.value, before)} />
                <small class="quiet">
                  {local(parameter.meaning)}
                </small>
              </label>
            );
          })}
        </details>
      ))}
      {Object.keys(typed).length > 0 && (
        <p>
          <button type="button" onClick={() => change({})}>
            {say("serve.take_back", { n: Object.keys(typed).length })}
          </button>
        </p>
      )}
    </>
  );
}
