// Eleventy turns the texts that documents.mjs names into pages of plain files: links are relative and nothing is fetched,
// so that the site works from a server, from a folder, and without scripts.

import { posix } from "node:path";
import { leadsTo, pageAddress, pages, reader, textOf, titleOf } from "./documents.mjs";
import { navigation } from "./navigation.mjs";
import { searchIndex } from "./search_index.mjs";

const known = new Set(pages());
const files = new Map(); // files of the repository that a page links to, and where they lie in the site

/** From a page of the site to another file of it. */
const between = (from, to) => posix.relative(posix.dirname(from), to) || posix.basename(to);

function addressInSite(page, address) {
  const found = leadsTo(page, address);
  if (found === undefined) return address;
  const fragment = found.fragment === undefined ? "" : `#${found.fragment}`;
  if (known.has(found.path)) return found.path === page && fragment ? fragment : between(pageAddress(page), pageAddress(found.path)) + fragment;
  if (!found.exists) throw new Error(`${page}: the link to '${address}' leads nowhere`);
  const place = found.path.startsWith("docs/") ? found.path.slice("docs/".length) : `files/${found.path}`;
  files.set(`../${found.path}`, place);
  return between(pageAddress(page), place);
}

function followLinks(markdown) {
  markdown.core.ruler.push("links_in_site", (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        for (const name of ["href", "src"]) {
          const address = token.attrGet(name);
          if (address !== null) token.attrSet(name, addressInSite(state.env.source, address));
        }
      }
    }
  });
}

/** What is wider than a narrow window scrolls by itself, with the keyboard, too. */
function scrollWide(markdown) {
  const { rules } = markdown.renderer;
  const pre = (tokens, i) => `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[i].content)}</code></pre>\n`;
  rules.fence = pre;
  rules.code_block = pre;
  rules.table_open = () => '<div class="wide" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  rules.th_open = (tokens, i, options, env, self) => {
    tokens[i].attrSet("scope", "col");
    return tokens[i + 1]?.content === "" ? "<td>" : self.renderToken(tokens, i, options);
  };
  rules.th_close = (tokens, i) => (tokens[i - 1]?.content === "" ? "</td>" : "</th>");
}

const languageOf = (path) => /^docs\/guide\/([a-z]+)\.md$/.exec(path)?.[1] ?? "en";

export default function (eleventy) {
  const menu = navigation();
  eleventy.setLibrary("md", reader.use(followLinks).use(scrollWide));
  eleventy.addFilter("from", (address, page) => between(pageAddress(page), address));
  for (const path of pages()) {
    eleventy.addTemplate(path.replace(/README\.md$/, "readme.md"), textOf(path), {
      source: path, title: titleOf(path), language: languageOf(path), permalink: pageAddress(path), layout: "page.njk", menu,
      here: pageAddress(path), outline: outlineOf(path),
    });
    // Read once beforehand, so that what is linked to is known before files are copied.
    reader.render(textOf(path), { source: path });
  }
  for (const [from, to] of files) eleventy.addPassthroughCopy({ [from]: to });
  eleventy.addPassthroughCopy({ assets: "assets" });
  eleventy.addPassthroughCopy({ "node_modules/minisearch/dist/umd/index.js": "assets/minisearch.js" });
  eleventy.addTemplate("words.11ty.js", { data: () => ({ permalink: "assets/search-index.js" }), render: () => searchIndex() });
  return { dir: { input: "texts", includes: "../layout", output: "../build/site" }, markdownTemplateEngine: false };
}

/** Headings of the second rank, for the list beside a long page. */
function outlineOf(path) {
  const tokens = reader.parse(textOf(path), { source: path });
  const headings = tokens.flatMap((token, i) => (token.type === "heading_open" && token.tag === "h2"
    ? [{ anchor: token.attrGet("id"), html: reader.renderer.render(tokens[i + 1].children, reader.options, {}) }] : []));
  return headings.length > 2 ? headings : [];
}
