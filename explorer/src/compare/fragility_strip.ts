import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";

const solutions = ["parsimonious", "intermediate", "conservative"] as const;
type Solution = (typeof solutions)[number];

/** Solutions that some cell changes, the one that assumes most first. */
export function solutionsThatChange(figure: FigureOf<"fragility">): Solution[] {
  const met = new Set(records(figure).flatMap((row) => row.changes));
  return solutions.filter((solution) => met.has(solution));
}

/** Cases by variables: a dot where the coding is not contested, a hollow square where it is, a full one where it decides alone. */
function fragilityPicture(drawing: Drawing, figure: FigureOf<"fragility">, choice: string | null): SVGSVGElement {
  const { messages } = drawing;
  const rows = records(figure);
  const solution = choice ?? solutionsThatChange(figure)[0] ?? "";
  const cases = [...new Set(rows.map((row) => row.case))];
  const variables = [...new Set(rows.map((row) => row.variable))];
  const across = drawing.width >= 620; // cases side by side, else one below the other
  const [columns, lines] = across ? [cases, variables] : [variables, cases];
  const left = across ? 310 : 118;
  const top = across ? 52 : 66;
  const step = Math.min(26, (drawing.width - left - 8) / columns.length); // the last name leans out
  const line = across ? 26 : 20;
  const width = drawing.width;
  const long = (code: string): string => (messages.state(code) === code ? "" : messages.state(code));
  const explained = across ? [] : variables.filter((code) => long(code) !== "");
  const height = top + line * lines.length + (across ? 40 : 76 + 17 * explained.length);
  const svg = drawn(drawing, "svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily });
  const put = (name: string, attributes: Record<string, string | number>, content?: string): SVGElement => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  columns.forEach((code, i) => {
    const x = left + step * (i + 0.5);
    put("text", { x, y: top - 8, fill: ink, "font-size": 11, transform: `rotate(-60 ${x} ${top - 8})` }, code);
  });
  lines.forEach((code, i) => {
    const y = top + line * (i + 0.5);
    put("line", { x1: 0, x2: left + step * columns.length, y1: y + line / 2, y2: y + line / 2, stroke: hairline });
    put("text", { x: 0, y: y + 4, fill: ink, "font-size": 12.5, "font-weight": 600 }, across ? code : `${code}`);
    if (across) put("text", { x: 84, y: y + 4, fill: quiet, "font-size": 12 }, long(code));
  });
  for (const row of rows) {
    const x = left + step * ((across ? cases.indexOf(row.case) : variables.indexOf(row.variable)) + 0.5);
    const y = top + line * ((across ? variables.indexOf(row.variable) : cases.indexOf(row.case)) + 0.5);
    const decides = row.changes.some((each) => each === solution);
    const size = Math.min(13, step - 4);
    const mark = row.others.length > 0
      ? put("rect", { x: x - size / 2, y: y - size / 2, width: size, height: size, fill: decides ? ink : paper, stroke: ink, "stroke-width": 1.3 })
      : put("circle", { cx: x, cy: y, r: 1.6, fill: quiet });
    const told = row.others.length > 0 ? messages.say("fragility.cell", { name: messages.state(row.case), variable: row.variable, value: row.value, others: row.others.join(", ") }) : `${messages.state(row.case)}, ${row.variable}: ${row.value}`;
    mark.append(drawn(drawing, "title", {}, told));
  }
  let [x, y] = [0, top + line * lines.length + 28];
  for (const [shape, key] of [["dot", "fragility.settled"], ["hollow", "fragility.contested"], ["full", "fragility.decisive"]] as const) {
    if (shape === "dot") put("circle", { cx: x + 6, cy: y - 4, r: 1.6, fill: quiet });
    else put("rect", { x, y: y - 10, width: 12, height: 12, fill: shape === "full" ? ink : paper, stroke: ink, "stroke-width": 1.3 });
    const text = messages.say(key);
    put("text", { x: x + 18, y, fill: quiet, "font-size": 12 }, text);
    if (across) x += 18 + text.length * 6.8 + 18;
    else y += 18;
  }
  explained.forEach((code, i) => {
    put("text", { x: 0, y: y + 6 + 17 * i, fill: ink, "font-size": 11.5, "font-weight": 600 }, code);
    put("text", { x: 92, y: y + 6 + 17 * i, fill: quiet, "font-size": 11.5 }, long(code));
  });
  return described(svg as SVGSVGElement, drawing, `${messages.of(figure.title)}: ${messages.word("solution.", solution)}`, messages.of(figure.description));
}

/** How many of the contested codings change the models of the solution shown first, each alone. */
function fragilityFinding(figure: FigureOf<"fragility">, _: FigureData, messages: Messages): string {
  const contested = records(figure).filter((row) => row.others.length > 0);
  if (contested.length === 0) return "";
  const first = solutionsThatChange(figure)[0];
  const n = contested.filter((row) => row.changes.some((each) => each === first)).length;
  return messages.say("fragility.finding", { n, all: contested.length, solution: messages.word("solution.", first ?? "") });
}

export const fragility: FigureKind<"fragility"> = {
  finding: fragilityFinding,
  picture: fragilityPicture,
  choice: (figure) => {
    const values = solutionsThatChange(figure);
    return { label: "control.solution", values, first: values[0] ?? "", name: (messages, value) => messages.word("solution.", value) };
  },
};
