/** What a figure that was taken out of the report says of where it comes from. */
import type { Cell, Figure, FigureData, Origin, OriginSource } from "./figure_data.ts";

type Told = Pick<FigureData, "study" | "origins">;
type Shown = Pick<Figure, "id" | "title" | "description" | "columns" | "rows">;

const digestBegin = 16;

export function originOf(figure: Pick<Figure, "id">, data: Told): Origin | null {
  return data.origins?.[figure.id] ?? null;
}

function program({ study }: Told): string {
  return `study ${study.id}, tarazy ${study.version}`;
}

function withTerms(source: OriginSource, name: string): string {
  const terms = [source.coverage, source.licence && `licence: ${source.licence}`].filter(Boolean);
  return terms.length > 0 ? `${name} [${terms.join("; ")}]` : name;
}

/** One line for a cell: sources with coverage and licence, files with the beginning of their SHA-256, command. */
export function originLine(origin: Origin, data: Told): string {
  const files = origin.files.map(({ path, sha256 }) => `${path} sha256 ${sha256.slice(0, digestBegin)}`);
  return [...origin.sources.map((source) => withTerms(source, source.short)), ...files, ...origin.commands, program(data)].join("; ");
}

function escaped(text: string): string {
  // Characters that XML forbids cannot be written in any way.
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The `<metadata>` of an SVG file: Dublin Core in RDF, as drawing programs and libraries read it. */
export function svgMetadata(figure: Pick<Figure, "id" | "title">, data: Told): string {
  const origin = originOf(figure, data);
  if (origin === null) return "";
  const rights = [...new Set(origin.sources.map(({ licence }) => licence ?? "").filter((licence) => licence !== ""))];
  const lines = [
    `<dc:title>${escaped(figure.title.en)}</dc:title>`,
    `<dc:creator>${escaped(program(data))}</dc:creator>`,
    `<dc:format>image/svg+xml</dc:format>`,
    ...origin.sources.map((source) => `<dc:source>${escaped(withTerms(source, source.citation))}${source.url ? " " + escaped(source.url) : ""}</dc:source>`),
    ...origin.files.map(({ path, sha256 }) => `<dc:relation>${escaped(`${path} sha256 ${sha256}`)}</dc:relation>`),
    ...origin.commands.map((command) => `<dc:description>${escaped(command)}</dc:description>`),
    ...rights.map((licence) => `<dc:rights>${escaped(licence)}</dc:rights>`),
  ];
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<rdf:Description rdf:about="">\n${lines.join("\n")}\n</rdf:Description></rdf:RDF></metadata>`
  );
}

function datatype(cells: (Cell | undefined)[]): { datatype: string; separator?: string } {
  const known = cells.filter((cell) => cell !== null && cell !== undefined);
  if (known.some(Array.isArray)) return { datatype: "string", separator: "; " };
  if (known.length > 0 && known.every((cell) => typeof cell === "boolean")) return { datatype: "boolean" };
  if (known.length > 0 && known.every((cell) => typeof cell === "number")) return { datatype: known.every(Number.isInteger) ? "integer" : "double" };
  return { datatype: "string" };
}

/**
 * What `<figure>.csv-metadata.json` beside `<figure>.csv` says, in the vocabulary for tables on the Web (CSVW, W3C 2015):
 * columns with their types, sources, licences, files with SHA-256, commands.
 */
export function csvMetadata(figure: Shown, data: Told): string {
  const origin = originOf(figure, data) ?? { commands: [], files: [], sources: [] };
  const columns: Record<string, unknown>[] = figure.columns.map((name, i) => ({ name, titles: name, ...datatype(figure.rows.map((row) => row[i])) }));
  if (originOf(figure, data) !== null) columns.push({ name: "origin", titles: "origin", datatype: "string" });
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: `${figure.id}.csv`,
    "dc:title": figure.title.en,
    "dc:description": figure.description.en,
    "dc:creator": program(data),
    "dc:source": origin.sources.map((source) => source.citation + (source.url ? ` ${source.url}` : "")),
    "dc:coverage": origin.sources.filter(({ coverage }) => coverage).map(({ short, coverage }) => `${short}: ${coverage}`),
    "dc:rights": origin.sources.filter(({ licence }) => licence).map(({ short, licence }) => `${short}: ${licence}`),
    "dc:relation": origin.files.map(({ path, sha256 }) => `${path} sha256 ${sha256}`),
    "dc:provenance": origin.commands,
    tableSchema: { columns },
  };
  return JSON.stringify(metadata, null, 1) + "\n";
}
