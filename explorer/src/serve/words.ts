/** The words of the pages in the language that is chosen. */
import { signal } from "./signal.ts";
import { formatted } from "../figure/message_format.ts";
import { get } from "./api.ts";

export type Language = "en" | "kk" | "ru";
export const languages: readonly { code: Language; name: string }[] = [
  { code: "kk", name: "Қазақша" },
  { code: "ru", name: "Русский" },
  { code: "en", name: "English" },
];

/** A text in three languages, as studies have it. */
export interface LocalText {
  en: string;
  kk: string;
  ru: string;
}

const kept = "tarazy-language";
let words: Record<string, string> = {};

function firstLanguage(): Language {
  const wanted = [localStorage.getItem(kept), ...navigator.languages.map((one) => one.slice(0, 2))];
  return (wanted.find((one) => one === "en" || one === "kk" || one === "ru") as Language | undefined) ?? "en";
}

export const language = signal<Language>(firstLanguage());

/** Fetches the words of a language and shows them. */
export async function speak(chosen: Language): Promise<void> {
  words = await get<Record<string, string>>("/api/messages", { language: chosen });
  localStorage.setItem(kept, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** A sentence by its key, the values put into it. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const message = words[key];
  return message === undefined ? key : formatted(message, language.value, values);
}

/** A title as far as a heading has room for it. */
export function short(title: string, most = 300): string {
  const points = Array.from(title.slice(0, most * 2));
  return points.length > most || title.length > most * 2 ? `${points.slice(0, most).join("")}…` : title;
}

/** Of a text in three languages the one chosen, or whichever there is. */
export function local(text: LocalText | undefined): string {
  if (text === undefined) return "";
  return text[language.value] || text.en || text.kk || text.ru;
}
