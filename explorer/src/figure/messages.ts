import type { FigureData, Language, LocalText } from "./figure_data.ts";
import { formatted, type Values } from "./message_format.ts";

export type { Values };

/** Messages of one language, in ICU MessageFormat, from the catalogues that the C++ side reads too. */
export class Messages {
  private readonly data: Pick<FigureData, "messages" | "names">;
  readonly language: Language;

  constructor(data: Pick<FigureData, "messages" | "names">, language: Language) {
    this.data = data;
    this.language = language;
  }

  has(key: string): boolean {
    return key in this.data.messages[this.language];
  }

  say(key: string, values: Values = {}): string {
    const pattern = this.data.messages[this.language][key];
    if (pattern === undefined) throw new Error(`no message '${key}' in ${this.language}`);
    return formatted(pattern, this.language, values);
  }

  /**
   * A code of the data in words; the code itself when there is no word for it. A picture has no text around it, and little room:
   * where it needs other words than the text of the report, they stand under "picture.".
   */
  word(family: string, code: string): string {
    const key = ["picture." + family + code, family + code].find((each) => this.has(each));
    return key === undefined ? code : this.say(key);
  }

  of(text: LocalText): string {
    return text[this.language] || text.en;
  }

  state(code: string): string {
    const name = this.data.names[code];
    return name ? this.of(name) : code;
  }
}
