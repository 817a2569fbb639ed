import { fontFamily, quiet } from "./appearance.ts";
import { drawn, type Drawing } from "./drawing.ts";

/** A mark, drawn between 0 and 20 across and around 4 above its line, and what it means. */
export interface KeyEntry {
  mark: SVGElement[];
  words: string;
}

const lineHeight = 19;

/** Where each entry of a key stands, counted in letters: [across, line]. An entry that does not fit begins a new line. */
export function keyPlaces(words: readonly string[], width: number): [number, number][] {
  let x = 0;
  let line = 0;
  return words.map((text) => {
    const wide = text.length * 6.6 + 42;
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const place: [number, number] = [x, line];
    x += wide;
    return place;
  });
}

/** What the marks of a picture mean, in as many lines as it takes, and how high that is. */
export function key(drawing: Drawing, width: number, entries: readonly KeyEntry[]): { svg: SVGSVGElement; height: number } {
  const places = keyPlaces(entries.map((entry) => entry.words), width);
  const height = 12 + lineHeight * (1 + Math.max(0, ...places.map(([, line]) => line)));
  const svg = drawn(drawing, "svg", { width, height, "font-family": fontFamily }) as SVGSVGElement;
  entries.forEach((entry, index) => {
    const [x, line] = places[index]!;
    const y = 18 + line * lineHeight;
    for (const each of entry.mark) {
      each.setAttribute("transform", `translate(${x},${y})`);
      svg.append(each);
    }
    svg.append(drawn(drawing, "text", { x: x + 26, y, fill: quiet, "font-size": 12 }, entry.words));
  });
  return { svg, height };
}
