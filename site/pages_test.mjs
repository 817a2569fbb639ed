import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsInTexts, linksOf } from "./check_links.mjs";
import { anchorOf, leadsTo, pageAddress, pages } from "./documents.mjs";
import { navigation } from "./navigation.mjs";
import { commandsOf, difference, examplesOf } from "./run_examples.mjs";

test("a link to no file and to no heading is told with its line", () => {
  const texts = new Map([["docs/a.md", "# A\n\n[b](commands.md#exit-status) [c](none.md)\n\n| x |\n|---|\n| [d](#other) |\n\n![e](images/none.png) <https://example.org/>\n"]]);
  assert.deepEqual(faultsInTexts(texts), [
    "docs/a.md:3: 'none.md' leads to no file",
    "docs/a.md:7: '#other': there is no such heading",
    "docs/a.md:9: 'images/none.png' leads to no file",
  ]);
});

test("anchors are those of GitHub, with Kazakh letters", () => {
  assert.equal(anchorOf("Қадам: `study new`, 2-бөлім"), "қадам-study-new-2-бөлім");
  assert.deepEqual(linksOf("a\n\n[b](c.md#d)"), [{ address: "c.md#d", line: 3 }]);
});

test("every page has its own address, and every page of docs/ its place in the list", () => {
  const addresses = pages().map(pageAddress);
  assert.equal(new Set(addresses).size, addresses.length);
  const listed = new Set(navigation().flatMap((group) => group.pages.map((page) => page.address)));
  for (const page of pages().filter((path) => path.startsWith("docs/"))) assert.ok(listed.has(pageAddress(page)), page);
  assert.equal(leadsTo("docs/data.md", "../examples/nile").path, "examples/nile/README.md");
});

test("commands of a block, with the lines they go on in and what they print", () => {
  assert.deepEqual(commandsOf("$ tarazy a \\\n  --b\nx\n...\n$ echo 'c\nd'\ne\n", false), [
    { text: "tarazy a \\\n  --b", offset: 0, shows: ["x", "..."] },
    { text: "echo 'c\nd'", offset: 4, shows: ["e"] },
  ]);
  assert.deepEqual(commandsOf("sudo x\ntarazy a # b\n", true), [{ text: "tarazy a # b", offset: 1, shows: [] }]);
});

test("a page may leave out lines and parts of lines, but not change them", () => {
  assert.equal(difference(["a,1", "...", "c,.."], "a,1\nb,2\nc,3\n", ""), undefined);
  assert.equal(difference(["warning: long", "  line"], "", "warning: long line\nnote: other\n"), undefined);
  assert.match(difference(["a,1"], "a,2\n", ""), /the page shows\n {4}a,1/);
  assert.match(difference(["a,1"], "a,1\nb,2\n", ""), /goes on with\n {4}b,2/);
});

test("where a page's examples run, and which are left out", () => {
  const text = "# A\n\nThe examples run in `examples/nile`.\n\n```\n$ a\n```\n\n<!-- not run: minutes -->\n\n```\n$ b\n```\n\n```\n$ c\n```\n";
  assert.deepEqual(examplesOf("a.md", text).map(({ line, folder, reason }) => [line, folder, reason]),
    [[6, "examples/nile", undefined], [12, "examples/nile", "minutes"], [16, "examples/nile", undefined]]);
});
