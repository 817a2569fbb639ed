import { numberFormat } from "./decimals.ts";
import type { Language } from "./figure_data.ts";

/**
 * ICU MessageFormat (Unicode CLDR), as much of it as the catalogues use: `{name}`, `{name, number}`, `plural` and `select` with `#`
 * and exact cases such as `=0`, and texts between apostrophes. A library for all of it would be a twelfth of the report's script.
 */
export type Values = Record<string, string | number>;

/** The message with its values. @throws Error where it is written otherwise, or a value is missing */
export function formatted(pattern: string, language: Language, values: Values): string {
  let at = 0;
  const wrong = (what: string): Error => new Error(`${what} at ${at} of message '${pattern}'`);
  const word = (): string => {
    const found = /^\s*([^\s,{}]+)\s*/.exec(pattern.slice(at));
    if (!found) throw wrong("a word is missing");
    at += found[0].length;
    return found[1]!;
  };
  const skip = (mark: string): void => {
    if (pattern[at] !== mark) throw wrong(`no '${mark}'`);
    at += 1;
  };
  const valueOf = (name: string): string | number => {
    const value = values[name];
    if (value === undefined) throw wrong(`no value for '${name}'`);
    return value;
  };
  const inWords = (value: string | number): string => (typeof value === "number" ? numberFormat(language).format(value) : value);

  /** Up to the end, or the bracket that closes the case. @param counted stands for "#" */
  const text = (counted: string | undefined): string => {
    let said = "";
    for (; at < pattern.length && pattern[at] !== "}"; ) {
      const letter = pattern[at]!;
      const next = pattern[at + 1] ?? "";
      if (letter === "'" && next === "'") {
        said += "'";
        at += 2;
      } else if (letter === "'" && (/[{}]/.test(next) || (counted !== undefined && next === "#"))) {
        const end = pattern.indexOf("'", at + 1);
        said += pattern.slice(at + 1, end < 0 ? undefined : end);
        at = end < 0 ? pattern.length : end + 1;
      } else if (letter === "{") said += argument(counted);
      else {
        said += letter === "#" && counted !== undefined ? counted : letter;
        at += 1;
      }
    }
    return said;
  };

  const argument = (counted: string | undefined): string => {
    skip("{");
    const name = word();
    if (pattern[at] === "}") {
      at += 1;
      return inWords(valueOf(name));
    }
    skip(",");
    const kind = word();
    const value = valueOf(name);
    if (kind === "number") {
      skip("}");
      return inWords(value);
    }
    if (kind !== "plural" && kind !== "select") throw wrong(`no form '${kind}'`);
    skip(",");
    const own = kind === "plural" ? inWords(Number(value)) : counted;
    const wanted = kind === "plural" ? new Intl.PluralRules(language).select(Number(value)) : String(value);
    const cases: Record<string, string> = {};
    for (; /^\s*[^\s}]/.test(pattern.slice(at)); ) {
      const selector = word();
      skip("{");
      cases[selector] = text(own);
      skip("}");
    }
    at += /^\s*/.exec(pattern.slice(at))![0].length;
    skip("}");
    const chosen = (kind === "plural" ? cases[`=${value}`] : undefined) ?? cases[wanted] ?? cases["other"];
    if (chosen === undefined) throw wrong(`no case '${wanted}'`);
    return chosen;
  };

  const said = text(undefined);
  if (at < pattern.length) throw wrong("'}' closes nothing");
  return said;
}
