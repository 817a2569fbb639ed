/** Where in the pages one is: "#/", "#/new", "#/study/<folder>/<page>[/<rest>]". */

export const studyPages = ["study", "report", "tables", "coding", "cases", "evidence", "file"] as const;

export interface Place {
  study: string | null;
  page: string;
  rest: string;
}

export function placeOf(hash: string): Place {
  const [kind = "", study, page = "study", ...rest] = hash
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  if (kind === "study" && study !== undefined && study !== "") return { study, page, rest: rest.join("/") };
  return { study: null, page: kind, rest: "" };
}

export function linkTo(study: string | null, page = "study", rest = ""): string {
  if (study === null) return `#/${page}`;
  return `#/study/${encodeURIComponent(study)}/${page}${rest === "" ? "" : `/${encodeURIComponent(rest)}`}`;
}
