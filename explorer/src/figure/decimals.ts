import type { Language } from "./figure_data.ts";

/** Numbers with a decimal point, and what else has a point between digits, which stays: versions, dates, names. */
const pointed = /[\w.]*\.\d+\w*/g;

/** A text whose numbers have a decimal point, with the decimal mark of the language: a comma in Kazakh and Russian. */
export function withDecimalsOf(language: Language, text: string): string {
  if (language === "en" || !text.includes(".")) return text;
  return text.replace(pointed, (number) => (/^\d*\.\d+(e\d*)?$/.test(number) ? number.replace(/^(\d*)\./, (_, whole: string) => `${whole || "0"},`) : number));
}

/** The other way: a text that holds nothing but numbers, intervals of them and brackets. */
export function withPoints(text: string): string {
  return text.replace(/(\d),(?=\d)/g, "$1.");
}

/** All texts of a picture. */
export function speakDecimals(picture: Element, language: Language): void {
  if (language === "en") return;
  for (const element of [picture, ...Array.from(picture.querySelectorAll("*"))])
    for (const node of Array.from(element.childNodes)) {
      if (node.nodeType !== 3) continue;
      const told = node.nodeValue ?? "";
      const said = withDecimalsOf(language, told);
      if (said !== told) node.nodeValue = said;
    }
}

/** Numbers as the language writes them. Chromium knows no numbers in Kazakh, which are written as in Russian but for the space before "%". */
export function numberFormat(language: Language, options?: Intl.NumberFormatOptions): { format(value: number): string } {
  if (language !== "kk") return new Intl.NumberFormat(language, options);
  const russian = new Intl.NumberFormat("ru", options);
  return { format: (value) => russian.format(value).replace("\u00a0%", "%") };
}
