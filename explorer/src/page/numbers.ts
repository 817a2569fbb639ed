import type { Language } from "../figure/figure_data.ts";
import { withDecimalsOf, withPoints } from "../figure/decimals.ts";

/** Where the page holds numbers of no language (src/report/numbers.cpp): written with a point, as in the data files. */
const places = ".number, a.claim, .interval";
let commas = false;

/** The numbers of a page, or of a part that comes into it, with the decimal mark of the language. */
export function speakNumbers(root: ParentNode, language: Language): void {
  if (language === "en" && !commas) return;
  commas = true;
  for (const element of Array.from(root.querySelectorAll(places)))
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 3) continue;
      const told = node.nodeValue!;
      const said = language === "en" ? withPoints(told) : withDecimalsOf(language, told);
      if (said !== told) node.nodeValue = said;
    }
}
