// Which texts of the repository are pages of the site, under which names, and how they are read. The generator, the
// check of links and the run of the examples all ask here.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import anchor from "markdown-it-anchor";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The anchor that GitHub gives to a heading, so that a link holds there and here. */
export const anchorOf = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");

export const setAnchors = (markdown) => markdown.use(anchor, { slugify: anchorOf, tabIndex: false });

export const reader = setAnchors(new MarkdownIt({ html: true, linkify: true }));

function markdownIn(folder) {
  const whole = join(root, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole).filter((name) => name.endsWith(".md")).sort().map((name) => posix.join(folder, name));
}

const readmes = (folder) =>
  readdirSync(join(root, folder)).sort().map((name) => posix.join(folder, name, "README.md")).filter((path) => existsSync(join(root, path)));

/** Every page of the site as a path in the repository. */
export function pages() {
  return ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", ...markdownIn("docs/guide"), ...markdownIn("docs"), ...readmes("examples"),
    ...readmes("studies"), "studies/kazakhstan/data/README.md"];
}

/** Where a page of the repository lies in the site. */
export function pageAddress(path) {
  if (path === "README.md") return "index.html";
  return path.replace(/^docs\//, "").replace(/README\.md$/, "index.html").replace(/\.md$/, ".html");
}

/** What a link in a text leads to. @returns nothing for an address outside the repository */
export function leadsTo(page, address) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const [path, fragment] = address.split("#");
  if (path === "") return { path: page, fragment };
  let found = posix.normalize(posix.join(posix.dirname(page), decodeURI(path))).replace(/\/$/, "");
  const whole = join(root, found);
  const isFolder = existsSync(whole) && statSync(whole).isDirectory();
  if (isFolder && existsSync(join(whole, "README.md"))) found = posix.join(found, "README.md");
  return { path: found, fragment, exists: existsSync(whole) };
}

export const textOf = (path) => readFileSync(join(root, path), "utf8");

/** The first heading, in plain words. */
export function titleOf(path) {
  const heading = /^# (.+)$/m.exec(textOf(path));
  if (!heading) throw new Error(`${path}: there is no heading '# ...'; begin the page with one`);
  return heading[1].replaceAll("`", "");
}
