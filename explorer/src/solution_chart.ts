import { fontFamily, hairline, ink, paper, quiet } from "./appearance.ts";
import { described, drawn, type Drawing } from "./drawing.ts";
import { records, type Figure } from "./figure_data.ts";

interface TermRow {
  solution: string;
  model: number;
  term: string;
  inclS: number | null;
  covS: number | null;
  covU: number | null;
  /** A column that is empty throughout has no type: null. */
  cases: string[];
  deviant_cases: string[];
}

/** "A", "~B", "C{2}" as condition and level. */
export function literal(text: string): { condition: string; level: string } {
  if (text.startsWith("~")) return { condition: text.slice(1), level: "0" };
  const brace = text.indexOf("{");
  return brace < 0 ? { condition: text, level: "1" } : { condition: text.slice(0, brace), level: text.slice(brace + 1, -1) };
}

/** Models of a figure, in the order of the table: what the reader chooses among. */
export function modelsOf(figure: Figure): string[] {
  const [solution, model] = [figure.columns.indexOf("solution"), figure.columns.indexOf("model")];
  return [...new Set(figure.rows.map((row) => `${String(row[solution])} ${String(row[model])}`))];
}

/** The model shown first: an intermediate one where there is one, since it assumes what the study argues for. */
export function firstModel(models: readonly string[]): string {
  return models.find((name) => name.startsWith("intermediate")) ?? models.find((name) => name.startsWith("parsimonious")) ?? models[0] ?? "";
}

/** "intermediate C1P1 1" in words. */
export function modelName(drawing: Pick<Drawing, "messages">, key: string): string {
  const [kind, ...rest] = key.split(" ");
  const number = rest.pop() ?? "";
  return drawing.messages.say("comparison.model", { solution: drawing.messages.word("solution.", kind ?? ""), pair: rest.join(" ") || "none", number });
}

const shown = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

/** Words of a list in lines that fit a width. */
function lines(words: readonly string[], width: number): string[] {
  const all: string[] = [];
  for (const word of words) {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + word.length + 2 <= width) all[all.length - 1] = `${last}, ${word}`;
    else all.push(word);
  }
  return all;
}

/**
 * Terms as columns, conditions as rows (after Ragin and Fiss 2008): a full circle where the condition is present, a crossed one
 * where it is absent, nothing where it does not matter; below them fit and cases.
 */
export function solutionPicture(drawing: Drawing, figure: Figure, choice: string | null): SVGSVGElement {
  const { messages } = drawing;
  const key = choice ?? firstModel(modelsOf(figure));
  const rows = records<TermRow>(figure).filter((row) => `${row.solution} ${row.model}` === key);
  const whole = rows[rows.length - 1]!;
  const terms = rows.slice(0, -1).sort((a, b) => (b.covS ?? 0) - (a.covS ?? 0));
  const conditions = figure.conditions ?? [];
  const wide = drawing.width >= 620;
  const left = wide ? 310 : 112;
  const column = Math.min(150, (drawing.width - left) / Math.max(1, terms.length));
  const step = 34;
  const top = 34;
  const svg = drawn(drawing, "svg", { width: drawing.width, "font-family": fontFamily });
  const add = (name: string, attributes: Record<string, string | number>, content?: string): void => {
    svg.append(drawn(drawing, name, attributes, content));
  };
  const label = (y: number, content: string, attributes: Record<string, string | number> = {}): void => add("text", { x: 0, y: y + 4, fill: ink, "font-size": 13, ...attributes }, content);
  const centre = (i: number): number => left + column * (i + 0.5);
  terms.forEach((_, i) => add("text", { x: centre(i), y: 16, "text-anchor": "middle", fill: quiet, "font-size": 12 }, String(i + 1)));
  conditions.forEach((condition, c) => {
    const y = top + step * (c + 0.5);
    add("line", { x1: 0, x2: left + column * terms.length, y1: top + step * c, y2: top + step * c, stroke: hairline });
    label(y, condition, { "font-weight": 600 });
    if (wide) label(y, messages.state(condition) === condition ? "" : messages.state(condition), { x: 76, fill: quiet, "font-size": 12 });
    terms.forEach((term, i) => {
      const found = term.term.split("*").map(literal).find((one) => one.condition === condition);
      if (!found) return;
      const [x, r] = [centre(i), 9];
      if (found.level === "0") {
        add("circle", { cx: x, cy: y, r, fill: paper, stroke: ink, "stroke-width": 1.5 });
        add("path", { d: `M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x + 6} ${y - 6}L${x - 6} ${y + 6}`, stroke: ink, "stroke-width": 1.5 });
      } else {
        add("circle", { cx: x, cy: y, r, fill: ink });
        if (found.level !== "1") add("text", { x, y: y + 4, "text-anchor": "middle", fill: paper, "font-size": 12, "font-weight": 600 }, found.level);
      }
    });
  });
  let y = top + step * conditions.length;
  add("line", { x1: 0, x2: left + column * terms.length, y1: y, y2: y, stroke: ink });
  for (const measure of ["inclS", "covS", "covU"] as const) {
    y += 22;
    label(y - 6, messages.say(`comparison.${measure}`), { fill: quiet });
    terms.forEach((term, i) => add("text", { x: centre(i), y: y - 2, "text-anchor": "middle", fill: ink, "font-size": 13 }, shown(term[measure])));
  }
  const listed = terms.map((term) => lines(term.cases, Math.max(4, Math.floor(column / 7.2))));
  const against = terms.map((term) => lines(term.deviant_cases, Math.max(4, Math.floor(column / 7.2))));
  for (const [name, blocks] of [["comparison.cases", listed], ["comparison.deviant", against]] as const) {
    const height = Math.max(...blocks.map((block) => block.length));
    if (height === 0) continue;
    y += 14;
    label(y + 8, messages.say(name), { fill: quiet });
    blocks.forEach((block, i) => block.forEach((text, at) => add("text", { x: centre(i), y: y + 12 + 15 * at, "text-anchor": "middle", fill: ink, "font-size": 11.5 }, text)));
    y += 15 * height;
  }
  y += 30;
  label(y - 4, messages.say("comparison.whole", { incl: shown(whole.inclS), cov: shown(whole.covS) }), { "font-weight": 600 });
  const height = y + 12;
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${drawing.width} ${height}`);
  return described(svg as SVGSVGElement, drawing, `${messages.of(figure.title)}: ${modelName(drawing, key)}`, messages.of(figure.description));
}
