// An export of a study as a research object: what RO-Crate 1.1 and Process Run Crate 0.5 ask for, and what the files of
// the crate say. TARAZY_CRATE names the folder. No request leaves: the context is not fetched.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import validation from "ro-crate/lib/validator.js";

const crate = process.env.TARAZY_CRATE;
assert.ok(crate, "set TARAZY_CRATE to the crate to test");
const text = readFileSync(join(crate, "ro-crate-metadata.json"), "utf8");
const document = JSON.parse(text);
const graph = document["@graph"];
const byId = new Map(graph.map((entity) => [entity["@id"], entity]));
const list = (value) => (value === undefined ? [] : [value].flat());
const types = (entity) => list(entity["@type"]);
const root = byId.get("./");
const files = readdirSync(crate, { recursive: true }).filter((name) => statSync(join(crate, name)).isFile());

test("the library of the RO-Crate community finds no error", () => {
  const validator = new validation.Validator();
  // The context of 1.1 as an object: that of the library, whose terms of schema.org are the same, so that none is fetched.
  const known = createRequire(import.meta.url)("ro-crate/lib/context.json")["@context"];
  validator.parseJSON({ "@context": [known, ...document["@context"].slice(1)], "@graph": structuredClone(graph) });
  validator.rootDataEntity();
  validator.checkFiles(Object.fromEntries(files.map((name) => [encodeURI(name), { exists: true, inCrate: false, isDir: false }])));
  const faults = validator.results.filter(({ status, entity }) => status === "error" || (status === "warning" && entity !== "ro-crate-metadata.json"));
  assert.deepEqual(faults, []);
});

test("the graph is flat: every entity once, every reference leads to one", () => {
  assert.deepEqual(Object.keys(document), ["@context", "@graph"]);
  assert.equal(byId.size, graph.length);
  for (const entity of graph) {
    assert.ok(types(entity).length > 0, entity["@id"]);
    for (const [key, value] of Object.entries(entity)) {
      for (const one of list(value)) {
        if (typeof one !== "object") continue;
        assert.deepEqual(Object.keys(one), ["@id"], `${entity["@id"]} ${key}: nested`);
        const elsewhere = /^https?:/.test(one["@id"]) && ["conformsTo", "license", "actionStatus"].includes(key);
        assert.ok(byId.has(one["@id"]) || elsewhere, `${entity["@id"]} ${key}: ${one["@id"]} is not described`);
      }
    }
  }
});

test("descriptor and root are those of RO-Crate 1.1 and the profile", () => {
  const descriptor = byId.get("ro-crate-metadata.json");
  assert.equal(descriptor.conformsTo["@id"], "https://w3id.org/ro/crate/1.1");
  assert.equal(descriptor.about["@id"], "./");
  assert.deepEqual(types(root), ["Dataset"]);
  for (const key of ["name", "description", "license"]) assert.ok(root[key], key);
  assert.match(root.datePublished, /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(root.conformsTo["@id"], "https://w3id.org/ro/wfrun/process/0.5");
  assert.deepEqual(types(byId.get(root.conformsTo["@id"])), ["CreativeWork"]);
});

test("every file of the crate is described, with the size and the SHA-256 that it has", () => {
  const described = list(root.hasPart).map((part) => part["@id"]);
  assert.equal(new Set(described).size, described.length);
  assert.deepEqual(described.map(decodeURIComponent).concat("ro-crate-metadata.json").sort(), [...files].sort());
  for (const id of described) {
    const entity = byId.get(id);
    const bytes = readFileSync(join(crate, decodeURIComponent(id)));
    assert.deepEqual(types(entity), ["File"], id);
    assert.equal(entity.sha256, createHash("sha256").update(bytes).digest("hex"), id);
    assert.equal(entity.contentSize, String(bytes.length), id);
    assert.ok(entity.encodingFormat, id);
  }
});

test("every action has a program, what it read, what it wrote, and is mentioned", () => {
  const actions = graph.filter((entity) => types(entity).includes("CreateAction"));
  assert.ok(actions.length > 1);
  assert.deepEqual(list(root.mentions).map((one) => one["@id"]), actions.map((one) => one["@id"]));
  for (const action of actions) {
    assert.deepEqual(types(byId.get(action.instrument["@id"])), ["SoftwareApplication"]);
    assert.match(action.description, /^tarazy /);
    assert.ok(list(action.object).length > 0, action["@id"]);
    if (action.actionStatus["@id"].endsWith("CompletedActionStatus")) assert.ok(list(action.result).length > 0, action["@id"]);
    for (const { "@id": id } of list(action.object)) assert.match(byId.get(id).sha256, /^[0-9a-f]{64}$/, id);
  }
});

const rows = (name) => readFileSync(join(crate, name), "utf8").trim().split("\n");

test("dictionary, annotations and references are there and whole", () => {
  assert.equal(rows("data-dictionary.csv")[0].trim(), "file,column,type,unit,meaning");
  assert.ok(rows("annotations.csv")[0].startsWith("id,kind,analysis,claim,statement,statement_kk,statement_ru,excerpt,"));
  const references = JSON.parse(readFileSync(join(crate, "references.json"), "utf8"));
  for (const one of references) for (const key of ["id", "type", "title"]) assert.ok(one[key], `${one.id} ${key}`);
  const bibtex = readFileSync(join(crate, "references.bib"), "utf8");
  assert.equal(bibtex.match(/^@(article|misc)\{/gm)?.length ?? 0, references.length);
});
