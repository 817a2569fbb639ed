// The pages by method. A new page of a family finds its place by its name; one that belongs nowhere stops the build.

import { pageAddress, pages, titleOf } from "./documents.mjs";

const languages = { kk: "Қазақша", ru: "Русский", en: "English" };

// In this order on the page. Names are of files in docs/; a prefix ends in "-".
const groups = [
  { title: "Start", names: ["installing", "worked-example-"] },
  { title: "Studies and reports", names: ["study-file", "study-", "report", "ledger", "serve", "serve-", "reliability", "fuzzing"] },
  { title: "Nearness to poles", names: ["align-", "ideal-points", "balance", "parliament"] },
  { title: "Comparing cases", names: ["compare-"] },
  { title: "What changed, and why", names: ["trace-"] },
  { title: "Networks", names: ["network-"] },
  { title: "Texts", names: ["text-walkthrough", "text-"] },
  { title: "What if", names: ["simulate-"] },
  { title: "Data", names: ["data", "data-", "statistical-files", "dates", "states"] },
  { title: "R and Python", names: ["python", "r", "packages", "package-", "standards"] },
];

/** Group and rank in it: by its whole name, else by the beginning of it. */
function placeOf(name) {
  for (const fits of [(pattern) => pattern === name, (pattern) => pattern.endsWith("-") && name.startsWith(pattern)]) {
    for (const [group, { names }] of groups.entries()) {
      const rank = names.findIndex(fits);
      if (rank >= 0) return { group, rank };
    }
  }
  return undefined;
}

const link = (path, title = titleOf(path)) => ({ title, address: pageAddress(path) });

export function navigation() {
  const all = pages();
  const guide = all.filter((path) => path.startsWith("docs/guide/")).sort((a, b) => order(a) - order(b))
    .map((path) => {
      const language = path.slice("docs/guide/".length, -".md".length);
      return { ...link(path), language, title: `${languages[language] ?? language}: ${titleOf(path)}` };
    });
  const lists = groups.map(() => []);
  for (const path of all.filter((path) => /^docs\/[^/]+$/.test(path) && path !== "docs/commands.md")) {
    const name = path.slice("docs/".length, -".md".length);
    const place = placeOf(name);
    if (place === undefined) throw new Error(`${path}: belongs to no group of site/navigation.mjs; name it there`);
    lists[place.group].push({ ...link(path), rank: place.rank });
  }
  for (const list of lists) list.sort((a, b) => a.rank - b.rank); // stable: else by name
  lists[0].push(...all.filter((path) => /^studies\/[^/]+\/README\.md$/.test(path)).map((path) => link(path)));
  return [
    ...(guide.length > 0 ? [{ title: "The first hour", pages: guide }] : []),
    ...groups.map((group, i) => ({ title: group.title, pages: lists[i] })).filter((group) => group.pages.length > 0),
    { title: "Examples", pages: all.filter((path) => path.startsWith("examples/")).map((path) => link(path)) },
    { title: "Reference", pages: [link("docs/commands.md"), link("CHANGELOG.md", "Changes"), link("CONTRIBUTING.md")] },
  ];
}

const order = (path) => Object.keys(languages).findIndex((language) => path.endsWith(`/${language}.md`));
