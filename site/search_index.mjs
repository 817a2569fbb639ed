// The index of the search: one entry a section, made while the site is built, so that nothing is read twice in the browser.

import MiniSearch from "minisearch";
import { pageAddress, pages, reader, textOf, titleOf } from "./documents.mjs";

const options = { fields: ["title", "heading", "text"], storeFields: ["title", "heading", "address"] };

function sections(path) {
  const title = titleOf(path);
  const found = [{ title, heading: title, address: pageAddress(path), text: "" }];
  const tokens = reader.parse(textOf(path), { source: path });
  tokens.forEach((token, i) => {
    if (token.type === "heading_open" && token.tag !== "h1") {
      const heading = tokens[i + 1].children.map((child) => child.content).join("");
      found.push({ title, heading, address: `${pageAddress(path)}#${token.attrGet("id")}`, text: "" });
    } else if (["inline", "fence", "code_block"].includes(token.type)) {
      found.at(-1).text += `${token.content}\n`;
    }
  });
  return found;
}

/** A script that puts the index into the page: a page that is opened from a folder may load scripts, but read no files. */
export function searchIndex() {
  const index = new MiniSearch(options);
  index.addAll(pages().flatMap(sections).map((section, id) => ({ id, ...section })));
  return `globalThis.tarazySearch = ${JSON.stringify({ options, index: JSON.stringify(index) })};\n`;
}
