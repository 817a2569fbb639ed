/** Who may import whom: the families know what all figures share and never one another; nothing but the list knows a family. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const below: Record<string, string[]> = { figure: [], page: ["figure"] };
const family = ["figure", "page"];
const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const files = folders.flatMap((folder) => readdirSync(`src/${folder}`).filter((name) => name.endsWith(".ts")).map((name) => ({ folder, path: `src/${folder}/${name}` })));

test("imports follow the arrows", () => {
  assert.ok(files.length > 20);
  for (const { folder, path } of files) {
    for (const [, target] of readFileSync(path, "utf8").matchAll(/from "\.\.\/([a-z_]+)[/.]/g)) {
      if (path.endsWith("_test.ts")) continue;
      assert.ok((below[folder] ?? family).includes(target!), `${path} imports from ${target}`);
    }
  }
});

test("no file is longer than four hundred lines", () => {
  for (const { path } of files) assert.ok(readFileSync(path, "utf8").split("\n").length <= 401, path);
});
