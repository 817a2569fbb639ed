// Every link, anchor and image of the texts in the repository, and of the built site where there is one. Addresses of
// other sites are not asked. Ends with status 1 and one line a fault.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { leadsTo, reader, root, textOf } from "./documents.mjs";

const anchorsOf = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));

/** Links of a text with the line they stand on. */
export function linksOf(markdown) {
  const links = [];
  let line = 1;
  for (const block of reader.parse(markdown, {})) {
    if (block.map) line = block.map[0] + 1; // cells of a table have that of their row
    for (const token of block.children ?? []) {
      const address = token.attrGet("href") ?? token.attrGet("src");
      if (address !== null) links.push({ address, line });
    }
  }
  return links;
}

/** @param texts  path in the repository to text */
export function faultsInTexts(texts) {
  const anchors = new Map();
  const has = (path, fragment) => {
    if (!anchors.has(path)) anchors.set(path, anchorsOf(reader.render(texts.get(path) ?? textOf(path))));
    return anchors.get(path).has(decodeURIComponent(fragment));
  };
  const faults = [];
  for (const [page, text] of texts) {
    for (const { address, line } of linksOf(text)) {
      const found = leadsTo(page, address);
      if (found === undefined) continue;
      const place = `${page}:${line}: '${address}'`;
      if (found.exists === false) faults.push(`${place} leads to no file`);
      else if (found.fragment && found.path.endsWith(".md") && !has(found.path, found.fragment)) faults.push(`${place}: there is no such heading`);
    }
  }
  return faults;
}

/** The site as a folder: what its pages name must lie in it. */
export function faultsInSite(folder) {
  const pages = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".html"));
  const texts = new Map(pages.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const anchors = new Map([...texts].map(([name, html]) => [name, anchorsOf(html)]));
  const faults = [];
  for (const [page, html] of texts) {
    for (const [, address] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
      const [path, fragment] = address.split("#");
      const target = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURI(path)));
      const whole = join(folder, target);
      if (!existsSync(whole) || !statSync(whole).isFile()) faults.push(`${page}: '${address}' leads to no file of the site`);
      else if (fragment && !anchors.get(target)?.has(decodeURIComponent(fragment))) faults.push(`${page}: '${address}': there is no such place`);
    }
  }
  return faults;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: root, encoding: "utf8" });
  const texts = new Map(names.trim().split("\n").filter((name) => existsSync(join(root, name))).map((name) => [name, textOf(name)]));
  const site = join(root, "build/site");
  const faults = [...faultsInTexts(texts), ...(existsSync(site) ? faultsInSite(site) : [])];
  for (const fault of faults) console.error(fault);
  console.log(`${[...texts.values()].flatMap(linksOf).length} links in ${texts.size} texts; ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
