/** Which column of a file stands for which of ours: written into study.toml under `columns`. */
import { useState } from "preact/hooks";
import { post } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Fault } from "../message.tsx";
import { ChangedLines } from "../study/edit_form.tsx";
import { tomlValue, type Edited, type Overview } from "../study/study_data.ts";
import { say } from "../words.ts";
import type { TableInfo } from "./tables_page.tsx";

export function ColumnMap({ study, file, table }: { study: string; file: string; table: TableInfo }) {
  const overview = useFetched<Overview>("/api/study", { study });
  const data = overview.value?.data?.find((one) => one.files.some((name) => file === name || file.endsWith(`/${name}`)));
  const [map, setMap] = useState<Record<string, string>>({});
  const [edited, setEdited] = useState<Edited | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (data === undefined || overview.value === null) return null;
  const version = overview.value.version;
  const before = Object.fromEntries(data.columns);
  const now = { ...before, ...map };
  const wanted = [...new Set([...Object.keys(before), ...(table.recognised.columns ?? []).map(([ours]) => ours), ...Object.keys(map)])];
  const ask = (save: boolean): void => {
    const value = tomlValue(Object.fromEntries(Object.entries(now).filter(([, theirs]) => theirs !== "")));
    const edits = [{ path: `data.${data.key}.columns`, value }];
    post<Edited>("/api/study/edit", { edits, version, save }, { study }).then((answer) => {
      setError(null);
      setEdited(save ? null : answer);
      if (save) {
        setMap({});
        overview.again();
      }
    }, setError);
  };
  return (
    <details class="column-map">
      <summary>{say("serve.column_map", { key: data.key })}</summary>
      {wanted.map((ours) => (
        <label class="field" key={ours}>
          <code>{ours}</code>
          <select value={now[ours] ?? ""} onChange={(event) => setMap({ ...map, [ours]: event.currentTarget.value })}>
            <option value="">{say("serve.same_name")}</option>
            {table.columns.map((column) => (
              <option key={column.name} value={column.name}>
                {column.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label class="field">
        {say("serve.another_column")}
        <input type="text" onChange={(event) => event.currentTarget.value.trim() !== "" && setMap({ ...map, [event.currentTarget.value.trim()]: "" })} />
      </label>
      {edited !== null && <ChangedLines edited={edited} />}
      <Fault error={error} />
      <button type="button" onClick={() => ask(false)}>
        {say("serve.show_lines")}
      </button>{" "}
      <button type="button" class="main" disabled={edited === null || edited.changes.length === 0} onClick={() => ask(true)}>
        {say("serve.write_settings")}
      </button>
    </details>
  );
}
