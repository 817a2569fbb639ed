/**
 * Colours of Okabe and Ito (2008), which readers with any colour vision tell apart. Never the colours of flags. Every pole also
 * has a marker and a dash of its own, so that pictures stay legible in grey.
 *
 * Colours are CSS variables with the printed colour as fallback: the page may lighten them on a dark ground, a downloaded
 * SVG shows the fallback.
 */
export interface PoleLook {
  line: string;
  text: string; // darker, since orange on white is too pale to read
  symbol: "circle" | "square" | "triangle" | "diamond" | "star" | "wye";
  dash: string | undefined;
}

const looks: readonly PoleLook[] = [
  { line: "var(--pole-1, #0072b2)", text: "var(--pole-1-text, #005a8c)", symbol: "circle", dash: undefined },
  { line: "var(--pole-2, #e69f00)", text: "var(--pole-2-text, #855b00)", symbol: "square", dash: "7 3" },
  { line: "var(--pole-3, #009e73)", text: "var(--pole-3-text, #00694c)", symbol: "triangle", dash: "2 2.5" },
  { line: "var(--pole-4, #cc79a7)", text: "var(--pole-4-text, #8f3f6b)", symbol: "diamond", dash: "9 3 2 3" },
  { line: "var(--pole-5, #56b4e9)", text: "var(--pole-5-text, #1f6a97)", symbol: "star", dash: "4 2" },
  { line: "var(--pole-6, #d55e00)", text: "var(--pole-6-text, #a34800)", symbol: "wye", dash: "1 3" },
];

export function poleLook(index: number): PoleLook {
  return looks[index % looks.length]!;
}

export const ink = "var(--ink, #1d1d1b)";
export const quiet = "var(--quiet, #5b5953)";
export const hairline = "var(--hairline, #d9d5cb)";
export const paper = "var(--paper, #fffdf8)";

/** Faces that have the Kazakh letters, as in page.css. */
export const fontFamily = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif";

/** What every plot of the report has in common. */
export function plotStyle(fontSize = 12): Record<string, string> {
  return { fontFamily, fontSize: `${fontSize}px`, color: ink, background: "none", overflow: "visible" };
}
