// Search in the pages. The index is fetched when someone begins to type; without scripts there is no field.

"use strict";

(() => {
  const root = document.currentScript.dataset.root;
  const field = document.getElementById("asked");
  const list = document.getElementById("found");
  const count = document.getElementById("count");
  field.closest("search").hidden = false;

  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}/assets/${name}`;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });

  let index;
  const ready = () =>
    (index ??= Promise.all([load("minisearch.js"), load("search-index.js")]).then(() =>
      globalThis.MiniSearch.loadJSON(globalThis.tarazySearch.index, globalThis.tarazySearch.options)));

  const entry = ({ title, heading, address }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${root}/${address}`;
    link.textContent = heading === title ? title : `${title} — ${heading}`;
    item.append(link);
    return item;
  };

  async function search() {
    const asked = field.value.trim();
    const sections = asked === "" ? [] : (await ready()).search(asked, { prefix: true, combineWith: "AND", boost: { title: 4, heading: 3 } });
    if (asked !== field.value.trim()) return; // typed on meanwhile
    list.replaceChildren(...sections.slice(0, 12).map(entry));
    list.hidden = sections.length === 0;
    count.textContent = asked === "" ? "" : sections.length === 0 ? "Nothing found" : `${sections.length} places found`;
    count.classList.toggle("unseen", sections.length > 0 || asked === "");
  }

  field.addEventListener("focus", () => void ready());
  field.addEventListener("input", () => void search());
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      list.querySelector("a")?.focus();
      event.preventDefault();
    }
  });
  const close = () => {
    field.value = "";
    void search();
  };
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") close();
    if (at < 0 || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? field).focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("search")) close();
  });
  // On a narrow window the list of pages would stand before the text.
  if (matchMedia("(max-width: 60rem)").matches) document.querySelector("nav details").open = false;
})();
