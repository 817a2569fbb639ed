import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { fitting, lines, wrapped } from "../figure/text_fitting.ts";
import { firstModel, modelName, modelsOf } from "./models.ts";

type Row = Rows["solution"];

/** "A", "~B", "C{2}" as condition and level. */
export function literal(text: string): { condition: string; level: string } {
  if (text.startsWith("~")) return { condition: text.slice(1), level: "0" };
  const brace = text.indexOf("{");
  return brace < 0 ? { condition: text, level: "1" } : { condition: text.slice(0, brace), level: text.slice(brace + 1, -1) };
}

const shown = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

/** What a term says of a condition, and how it is drawn. */
interface Mark {
  level: string;
  /** Only in the term because less is assumed than in the parsimonious solution (Fiss 2011). */
  peripheral: boolean;
}

export function marksOf(term: Row): Map<string, Mark> {
  const core = term.core === undefined ? null : new Set(term.core.split("*"));
  const marks = new Map<string, Mark>();
  for (const text of term.term.split("*")) {
    const { condition, level } = literal(text);
    marks.set(condition, { level, peripheral: core !== null && !core.has(text) });
  }
  return marks;
}

type Add = (name: string, attributes: Record<string, string | number>, content?: string) => void;

/** A full circle: present; a crossed one: absent; with a number: the level of a multi-value condition. Peripheral: small. */
function addMark(add: Add, x: number, y: number, { level, peripheral }: Mark): void {
  const r = peripheral ? 6 : 10;
  const arm = r * 0.68;
  if (level === "0") {
    add("circle", { cx: x, cy: y, r, fill: paper, stroke: ink, "stroke-width": 1.5 });
    add("path", { d: `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`, stroke: ink, "stroke-width": 1.5 });
    return;
  }
  add("circle", { cx: x, cy: y, r, fill: ink });
  if (level !== "1") add("text", { x, y: y + (peripheral ? 3 : 4), "text-anchor": "middle", fill: paper, "font-size": peripheral ? 9 : 12, "font-weight": 600 }, level);
}

/** The four kinds of marks with what they mean, as many beside each other as there is room for. @returns the height taken */
function addLegend(drawing: Drawing, add: Add, top: number): number {
  const across = drawing.width >= 620 ? 2 : 1;
  const kinds = [["core_present", "1", false], ["peripheral_present", "1", true], ["core_absent", "0", false], ["peripheral_absent", "0", true]] as const;
  kinds.forEach(([name, level, peripheral], i) => {
    const [x, y] = [12 + (i % across) * 310, top + 24 * (Math.floor(i / across) + 0.5)];
    addMark(add, x, y, { level, peripheral });
    add("text", { x: x + 18, y: y + 4, fill: quiet, "font-size": 12 }, drawing.messages.say("comparison." + name));
  });
  return 24 * Math.ceil(kinds.length / across);
}

/** A column narrower than this has no room for its figures. */
const narrowest = 40;

/**
 * Terms as columns, conditions as rows (after Ragin and Fiss 2008, Fiss 2011): a full circle where the condition is present, a
 * crossed one where it is absent, nothing where it does not matter; small ones are peripheral. Below them fit and cases. Terms that
 * find no room beside the others stand below them.
 */
function solutionPicture(drawing: Drawing, figure: FigureOf<"solution">, choice: string | null): SVGSVGElement {
  const { messages } = drawing;
  const key = choice ?? firstModel(figure);
  const rows = records(figure).filter((row) => `${row.solution} ${row.model}` === key);
  const whole = rows[rows.length - 1]!;
  const terms = rows.slice(0, -1).sort((a, b) => (b.covS ?? 0) - (a.covS ?? 0));
  const marks = terms.map(marksOf);
  const { conditions } = figure;
  const wide = drawing.width >= 620;
  const left = wide ? 310 : 142;
  const most = Math.max(1, Math.floor((drawing.width - left) / narrowest));
  const bands = Math.max(1, Math.ceil(terms.length / most));
  const across = Math.ceil(terms.length / bands);
  const column = Math.min(150, (drawing.width - left) / Math.max(1, across));
  const named = conditions.some((condition) => messages.state(condition) !== condition);
  const step = !wide && named ? 50 : 34;
  // What the codes stand for is written behind the longest of them.
  const wordsAt = Math.min(left - 90, Math.max(76, 12 + 8.8 * Math.max(0, ...conditions.map((name) => name.length))));
  const svg = drawn(drawing, "svg", { width: drawing.width, "font-family": fontFamily });
  const add: Add = (name, attributes, content) => {
    svg.append(drawn(drawing, name, attributes, content));
  };
  const label = (y: number, content: string, attributes: Record<string, string | number> = {}): void => add("text", { x: 0, y: y + 4, fill: ink, "font-size": 13, ...attributes }, content);
  const letters = Math.max(4, Math.floor(column / 7.2));
  let y = 0;
  for (let from = 0; from === 0 || from < terms.length; from += across) {
    const shownTerms = terms.slice(from, from + across);
    const right = left + column * shownTerms.length;
    const each = (row: number, size: number, text: (term: Row, i: number) => string, attributes: Record<string, string | number> = {}): void =>
      shownTerms.forEach((term, i) => add("text", { x: left + column * (i + 0.5), y: row, "text-anchor": "middle", fill: ink, "font-size": size, ...attributes }, text(term, i)));
    each(y + 16, 12, (_, i) => String(from + i + 1), { fill: quiet });
    y += 34;
    for (const condition of conditions) {
      add("line", { x1: 0, x2: right, y1: y, y2: y, stroke: hairline });
      const words = messages.state(condition);
      const below = wide || words === condition ? [] : wrapped(words, Math.floor((left - 12) / 5.9)).slice(0, 2);
      label(y + step / 2 - 7 * below.length, fitting(condition, (left - 12) / 8.8), { "font-weight": 600 });
      below.forEach((line, i) => label(y + step / 2 + (below.length === 1 ? 8 : 2 + 13 * i), line, { fill: quiet, "font-size": 11 }));
      if (wide && words !== condition) label(y + step / 2, fitting(words, (left - wordsAt - 12) / 6.4), { x: wordsAt, fill: quiet, "font-size": 12 });
      shownTerms.forEach((_, i) => {
        const mark = marks[from + i]!.get(condition);
        if (mark) addMark(add, left + column * (i + 0.5), y + step / 2, mark);
      });
      y += step;
    }
    add("line", { x1: 0, x2: right, y1: y, y2: y, stroke: ink });
    for (const measure of ["inclS", "PRI", "covS", "covU"] as const) {
      y += 22;
      label(y - 6, messages.say("comparison." + measure), { fill: quiet, "font-size": wide ? 13 : 11.5 });
      each(y - 2, 13, (term) => shown(term[measure]));
    }
    for (const [name, list] of [["comparison.cases", "cases"], ["comparison.deviant", "deviant_cases"]] as const) {
      const names = shownTerms.map((term) => term[list]);
      if (names.every((of) => of.length === 0)) continue;
      y += 14;
      label(y + 8, messages.say(name), { fill: quiet });
      // Names too long for a column stand in lines of their own, behind the number of their term.
      const beside = names.every((of) => of.every((one) => one.length <= letters));
      const blocks = names.map((of) => lines(of, beside ? letters : Math.floor((drawing.width - left) / 6.6) - 4));
      let next = y + 12;
      blocks.forEach((block, i) => {
        if (!beside && block.length > 0) add("text", { x: left, y: next, fill: quiet, "font-size": 11.5 }, String(from + i + 1));
        block.forEach((text, at) => {
          const place: Record<string, string | number> = beside ? { x: left + column * (i + 0.5), "text-anchor": "middle" } : { x: left + 20 };
          add("text", { ...place, y: next + 15 * at, fill: ink, "font-size": 11.5 }, text);
        });
        if (!beside) next += 15 * block.length;
      });
      y = beside ? y + 15 * Math.max(...blocks.map((block) => block.length)) : next - 12;
    }
    y += 16;
  }
  y += 14;
  const sentence = messages.say("comparison.whole", { incl: shown(whole.inclS), pri: shown(whole.PRI), cov: shown(whole.covS) });
  for (const line of wrapped(sentence, Math.floor(drawing.width / 8.2))) {
    label(y - 4, line, { "font-weight": 600 });
    y += 18;
  }
  y -= 6;
  if (marks.some((of) => [...of.values()].some((mark) => mark.peripheral))) y += 4 + addLegend(drawing, add, y + 4);
  svg.setAttribute("height", String(y));
  svg.setAttribute("viewBox", `0 0 ${drawing.width} ${y}`);
  return described(svg as SVGSVGElement, drawing, `${messages.of(figure.title)}: ${modelName(messages, key)}`, messages.of(figure.description));
}

/** How consistent the model shown first is, and how much of the outcome it covers. */
function solutionFinding(figure: FigureOf<"solution">, _: FigureData, messages: Messages): string {
  const key = firstModel(figure);
  const rows = records(figure).filter((row) => `${row.solution} ${row.model}` === key);
  const whole = rows[rows.length - 1];
  if (!whole || whole.inclS === null || whole.covS === null) return "";
  return messages.say("comparison.fits", { model: modelName(messages, key), terms: rows.length - 1, inclusion: Number(whole.inclS.toFixed(2)), coverage: Number(whole.covS.toFixed(2)) });
}

export const solution: FigureKind<"solution"> = {
  finding: solutionFinding,
  picture: solutionPicture,
  choice: (figure) => ({ label: "control.model", values: modelsOf(figure), first: firstModel(figure), name: modelName }),
};
