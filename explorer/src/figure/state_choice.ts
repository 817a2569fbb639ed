import type { Figure, FigureData } from "./figure_data.ts";
import type { Choice } from "./figure_kind.ts";

/** One of the states that the study compares with, as far as the figure's column names it; none at first. */
export function stateChoice(figure: Pick<Figure, "columns" | "rows">, data: FigureData, column: string): Choice {
  const at = figure.columns.indexOf(column);
  const present = new Set(figure.rows.map((row) => row[at]));
  return {
    label: "control.compare",
    values: ["", ...data.study.comparison.filter((code) => present.has(code))],
    first: "",
    name: (messages, value) => (value === "" ? messages.say("control.none") : messages.state(value)),
  };
}
