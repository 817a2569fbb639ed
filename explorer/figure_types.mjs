// Writes generated/figure_rows.ts: the types of the rows of every kind of figure, from figures/*.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSchemas } from "./figure_schemas.mjs";

const written = { text: "string", integer: "number", number: "number", boolean: "boolean", texts: "string[]" };

function typeOf({ type, choices, null: nullable }) {
  const some = choices?.map((choice) => JSON.stringify(choice)).join(" | ");
  const types = [type].flat().map((each) => (some === undefined ? written[each] : each === "texts" ? `(${some})[]` : some));
  return [...new Set([...types, ...(nullable ? ["null"] : [])])].join(" | ");
}

const nameOf = (kind) => `${kind.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("")}Row`;
const comment = (text) => `/** ${text[0].toUpperCase()}${text.slice(1)} */`.replace(/([^.?]) \*\/$/, "$1. */");
const member = ([name, field]) => `  ${comment(field.about)}\n  ${name}${field.optional ? "?" : ""}: ${typeOf(field)};\n`;

function rowType(kind, schema) {
  const head = `${comment(schema.about)}\nexport `;
  if (schema.columns_like) return `${head}type ${nameOf(kind)} = ${nameOf(schema.columns_like)};\n`;
  const columns = Object.entries(schema.columns);
  const fixed = columns.filter(([name]) => !name.includes("{"));
  const repeated = columns.filter(([name]) => name.includes("{"));
  // TypeScript wants the type of a named column to be one that any column may have.
  const types = new Set(columns.flatMap(([, field]) => typeOf(field).split(" | ")));
  const any = [...types].filter((type) => !(type.startsWith('"') && types.has("string"))).join(" | ");
  const rest = repeated.length > 0 ? `  /** ${repeated.map(([name]) => name).join(", ")}. */\n  [column: string]: ${any};\n` : "";
  return `${head}interface ${nameOf(kind)} {\n${fixed.map(member).join("")}${rest}}\n`;
}

/** Leaves the file alone when nothing changed: what is newer is built again. */
export function writeFigureTypes() {
  const schemas = [...readSchemas()];
  const rows = schemas.map(([kind]) => `  ${kind}: ${nameOf(kind)};\n`).join("");
  const extras = schemas.map(([kind, schema]) => {
    const members = Object.entries(schema.extras).map(member).join("").replace(/^ {2}/gm, "    ");
    return members ? `  ${kind}: {\n${members}  };\n` : `  ${kind}: object;\n`;
  });
  const text = `// Made by figure_types.mjs from figures/*.json; not to be edited.

${schemas.map(([kind, schema]) => rowType(kind, schema)).join("\n")}
/** The row of each kind of figure. */
export interface Rows {
${rows}}

/** What a figure of each kind holds beside what all have. */
export interface Extras {
${extras.join("")}}

export type Kind = keyof Rows;
`;
  const file = new URL("generated/figure_rows.ts", import.meta.url);
  mkdirSync(new URL(".", file), { recursive: true });
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // the first time
  }
  if (before !== text) writeFileSync(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFigureTypes();
