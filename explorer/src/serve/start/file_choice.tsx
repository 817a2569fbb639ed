/** Data files: dragged onto the page, chosen on the machine, or already in the folder. */
import { useState } from "preact/hooks";
import { Refused, upload } from "../api.ts";
import { useFetched } from "../fetched.ts";
import { Fault, Waiting } from "../message.tsx";
import { say } from "../words.ts";

interface Entry {
  name: string;
  folder: boolean;
  study: boolean;
  bytes: number;
}

/** Folders and files within the folder that is served; a file is taken by its path. */
export function FolderBrowser({ take, begin = "" }: { take: (path: string) => void; begin?: string }) {
  const [folder, setFolder] = useState(begin);
  const { value, error } = useFetched<{ entries: Entry[] }>("/api/files", { folder });
  const inside = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
  return (
    <div class="browser">
      <p>
        <code>{folder === "" ? "." : folder}</code>
      </p>
      <Fault error={error} />
      <ul>
        {folder !== "" && (
          <li>
            <button type="button" class="link" onClick={() => setFolder(folder.split("/").slice(0, -1).join("/"))}>
              {say("serve.folder_up")}
            </button>
          </li>
        )}
        {value?.entries.map((entry) => (
          <li key={entry.name}>
            <button type="button" class="link" onClick={() => (entry.folder ? setFolder(inside(entry.name)) : take(inside(entry.name)))}>
              {entry.folder ? `${entry.name}/` : entry.name}
            </button>
            {!entry.folder && <small class="quiet"> {say("serve.kilobytes", { n: Math.ceil(entry.bytes / 1024) })}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FileChoice({ folder, files, change }: { folder: string; files: readonly string[]; change: (files: string[]) => void }) {
  const [error, setError] = useState<unknown>(null);
  const [coming, setComing] = useState<string | null>(null);
  const [browsing, setBrowsing] = useState(false);
  const add = (path: string): void => change(files.includes(path) ? [...files] : [...files, path]);
  const receive = async (list: FileList | null | undefined): Promise<void> => {
    let now = [...files];
    setError(null);
    for (const file of Array.from(list ?? [])) {
      setComing(file.name);
      try {
        const { path } = await upload(folder, file).catch((refused: unknown) => {
          // The same file once more: it is there already.
          if (refused instanceof Refused && refused.status === 409 && confirm(say("serve.replace_file", { name: file.name }))) return upload(folder, file, true);
          throw refused;
        });
        now = now.includes(path) ? now : [...now, path];
        change(now);
      } catch (refused) {
        setError(refused);
      }
    }
    setComing(null);
  };
  return (
    <fieldset class="files" onDragOver={(event) => event.preventDefault()} onDrop={(event) => (event.preventDefault(), void receive(event.dataTransfer?.files))}>
      <legend>{say("serve.data_files")}</legend>
      <p class="quiet">{say("serve.data_files_lead")}</p>
      <p>
        <label class="button">
          {say("serve.choose_files")}
          <input class="visually-hidden" type="file" multiple onChange={(event) => void receive(event.currentTarget.files)} />
        </label>{" "}
        <button type="button" aria-expanded={browsing} onClick={() => setBrowsing(!browsing)}>
          {say("serve.files_of_folder")}
        </button>
      </p>
      {browsing && <FolderBrowser take={add} />}
      {coming !== null && <Waiting>{say("serve.coming", { name: coming })}</Waiting>}
      <Fault error={error} />
      <ul class="chosen-files">
        {files.map((file) => (
          <li key={file}>
            <code>{file}</code>{" "}
            <button type="button" class="link" onClick={() => change(files.filter((one) => one !== file))}>
              {say("serve.leave_out")}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
