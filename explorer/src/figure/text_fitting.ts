/** Texts in the room that a picture has for them, counted in letters: a picture drawn by Node cannot measure them. */

/** Words of a list in lines that fit a width. */
export function lines(words: readonly string[], width: number): string[] {
  const all: string[] = [];
  for (const word of words) {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + word.length + 2 <= width) all[all.length - 1] = `${last}, ${word}`;
    else all.push(word);
  }
  return all;
}

/** The text cut to so many letters at most. */
export function fitting(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, Math.floor(letters) - 1))}…`;
}

/** The title of a panel of so many pixels, in as many lines as it takes, and how much height they add to that of one. */
export function panelTitle(title: string, width: number): { text: string; added: number } {
  const rows = wrapped(title, Math.floor(width / 8.2));
  return { text: rows.join("\n"), added: 16 * (rows.length - 1) };
}

/** A sentence in lines of so many letters. */
export function wrapped(sentence: string, letters: number): string[] {
  const all: string[] = [];
  for (const word of sentence.split(" ")) {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= letters) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}
