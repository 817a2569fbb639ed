/** Keys that apply a code, and finding codes by a few letters. */
import type { Code } from "./coding_types.ts";

const keys = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The key of each code in the order of the tree; codes beyond 35 have none. */
export function keysOfCodes(codes: readonly Code[]): Map<string, string> {
  return new Map(codes.slice(0, keys.length).map((code, at) => [code.key, keys[at]!]));
}

/** The key that was pressed, wherever the keyboard has it: letters by their place, so that they work in Cyrillic, too. */
export function pressedKey(event: { code: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean; shiftKey: boolean }): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)([1-9]))$/.exec(event.code) ?? [];
  return letter ?? digit ?? null;
}

/** How deep each code stands in the tree. */
export function depths(codes: readonly Code[]): Map<string, number> {
  const of = new Map<string, number>();
  for (const code of codes) of.set(code.key, code.parent === "" ? 0 : (of.get(code.parent) ?? -1) + 1);
  return of;
}

/** Codes that begin with the letters, then those that have them somewhere; whatever their case. */
export function foundCodes(codes: readonly Code[], typed: string): Code[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === "") return [...codes];
  const has = codes.map((code) => ({ code, at: code.code.toLocaleLowerCase().indexOf(wanted) })).filter(({ at }) => at >= 0);
  return [...has.filter(({ at }) => at === 0), ...has.filter(({ at }) => at > 0)].map(({ code }) => code);
}

/** The code and all that stand below it. */
export function withBelow(codes: readonly Code[], key: string): Set<string> {
  const within = new Set([key]);
  for (const code of codes) if (within.has(code.parent)) within.add(code.key);
  return within;
}
