/** What the form of a new study asks the program for. */

export interface PoleRow {
  name: string;
  members: string[];
}

export interface NewStudy {
  folder: string;
  focus: string[];
  poles: PoleRow[];
  from: string;
  to: string;
  comparison: string[];
  title: string;
  files: string[];
  invented: boolean;
}

/** `RUS,CHN,WEST=USA+GBR`, as `tarazy study new --poles` reads it. A pole of one state without a name is called by that state. */
export function polesText(poles: readonly PoleRow[]): string {
  return poles
    .filter((pole) => pole.members.length > 0)
    .map((pole, index) => {
      const name = pole.name.trim();
      if (name === "" && pole.members.length === 1) return pole.members[0]!;
      return `${name === "" ? `POLE${index + 1}` : name.replace(/[,=+]/g, " ")}=${pole.members.join("+")}`;
    })
    .join(",");
}

export function requestOf(study: NewStudy, language: string, save: boolean): Record<string, unknown> {
  const folder = study.folder.trim();
  if (study.invented) return { folder, invented: true, save };
  return {
    folder,
    focus: study.focus[0] ?? "",
    poles: polesText(study.poles),
    years: study.from !== "" && study.to !== "" ? `${study.from}-${study.to}` : "",
    comparison: study.comparison.join(","),
    files: study.files,
    [`title_${language}`]: study.title.trim(),
    save,
  };
}

/** What is still lacking, as a key of the catalogue; nothing when the program can be asked. */
export function lacking(study: NewStudy): string | null {
  if (study.folder.trim() === "") return "serve.lacks_folder";
  if (study.invented) return null;
  if (study.focus.length === 0) return "serve.lacks_focus";
  if (study.poles.filter((pole) => pole.members.length > 0).length < 2) return "serve.lacks_poles";
  if (!/^\d{4}$/.test(study.from) || !/^\d{4}$/.test(study.to)) return "serve.lacks_years";
  return study.files.length === 0 ? "serve.lacks_files" : null;
}
