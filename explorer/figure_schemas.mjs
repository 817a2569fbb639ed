// Reads figures/*.json and holds figures against them. What the files say is told in figures/README.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Schemas by kind, in the order of the alphabet; `columns_like` is resolved, `extras` is always there. */
export function readSchemas(folder = fileURLToPath(new URL("figures", import.meta.url))) {
  const schemas = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    schemas.set(file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8")));
  }
  for (const [kind, schema] of schemas) {
    schema.extras ??= {};
    if (schema.columns_like === undefined) continue;
    const like = schemas.get(schema.columns_like);
    if (!like?.columns) throw new Error(`figures/${kind}.json: columns like those of ${schema.columns_like}, which has none`);
    schema.columns = like.columns;
  }
  return schemas;
}

const holds = {
  text: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};

function faultOf(value, field) {
  if (value === null) return field.null ? "" : "null";
  const types = [field.type].flat();
  if (!types.some((type) => holds[type](value))) return `${JSON.stringify(value)}, which is no ${types.join(" or ")}`;
  const outside = field.choices && [value].flat().find((item) => !field.choices.includes(item));
  return outside === undefined ? "" : `'${outside}', which is none of its choices`;
}

/** `{measures}_lower` once for each measure of the figure. */
export function columnsOf(schema, figure) {
  return Object.entries(schema.columns).flatMap(([name, field]) => {
    const list = /\{(\w+)\}/.exec(name)?.[1];
    return list ? (figure[list] ?? []).map((item) => [name.replace(`{${list}}`, item), field]) : [[name, field]];
  });
}

function rowFaults(figure, fields) {
  const faults = [];
  for (const [at, row] of figure.rows.entries()) {
    if (row.length !== figure.columns.length) {
      faults.push(`row ${at} has ${row.length} cells for ${figure.columns.length} columns`);
      continue;
    }
    for (const [i, name] of figure.columns.entries()) {
      const fault = fields.has(name) ? faultOf(row[i], fields.get(name)) : "";
      if (fault) faults.push(`row ${at}, ${name}: ${fault}`);
    }
  }
  return faults;
}

/** Every way in which a figure is not what its schema says. */
export function figureFaults(figure, schemas) {
  const schema = schemas.get(figure.kind);
  if (!schema) return [`there is no kind '${figure.kind}'`];
  const faults = [];
  for (const part of ["title", "description"]) {
    for (const language of ["en", "kk", "ru"]) if (!figure[part]?.[language]) faults.push(`no ${part} in ${language}`);
  }
  const frame = ["id", "kind", "title", "description", "columns", "rows"];
  for (const name of Object.keys(figure)) if (!frame.includes(name) && !(name in schema.extras)) faults.push(`unknown field ${name}`);
  for (const [name, field] of Object.entries(schema.extras)) {
    const fault = name in figure ? faultOf(figure[name], field) : field.optional ? "" : "is lacking";
    if (fault) faults.push(`${name}: ${fault}`);
  }
  if (!Array.isArray(figure.columns) || !Array.isArray(figure.rows)) return [...faults, "no columns or no rows"];
  if (figure.columns.length === 0 && figure.rows.length === 0) return faults;
  const fields = new Map(columnsOf(schema, figure));
  for (const [name, field] of fields) if (!field.optional && !figure.columns.includes(name)) faults.push(`no column ${name}`);
  for (const name of figure.columns) if (!fields.has(name)) faults.push(`unknown column ${name}`);
  return [...faults, ...rowFaults(figure, fields)];
}
