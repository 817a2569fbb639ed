/** States by their names in three languages. */
import { get } from "../api.ts";
import type { Language } from "../words.ts";

export interface State {
  code: string;
  en: string;
  kk: string;
  ru: string;
  others: string[];
}

let all: Promise<State[]> | null = null;

export function states(): Promise<State[]> {
  all ??= get<{ states: State[] }>("/api/states").then(({ states }) => states);
  return all;
}

const plain = (text: string): string => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** States that what was typed may mean, the likeliest first: by code, by a name that begins so, by a word that does, by any part. */
export function meant(list: readonly State[], typed: string, most = 8): State[] {
  const wanted = plain(typed.trim());
  if (wanted === "") return [];
  const rank = (state: State): number => {
    if (plain(state.code) === wanted) return 0;
    let best = 9;
    for (const [place, name] of [state.en, state.kk, state.ru, ...state.others].entries()) {
      const text = plain(name);
      const own = place < 3 ? 0 : 0.5;
      if (text === wanted) best = Math.min(best, 1 + own);
      else if (text.startsWith(wanted)) best = Math.min(best, 2 + own);
      else if (text.includes(` ${wanted}`)) best = Math.min(best, 3 + own);
      else if (wanted.length > 2 && text.includes(wanted)) best = Math.min(best, 4 + own);
    }
    return best;
  };
  return list
    .map((state) => ({ state, rank: rank(state) }))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank || a.state.en.localeCompare(b.state.en))
    .slice(0, most)
    .map((one) => one.state);
}

export function nameOf(list: readonly State[], code: string, language: Language): string {
  return list.find((state) => state.code === code)?.[language] || code;
}
