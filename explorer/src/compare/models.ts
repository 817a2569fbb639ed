/** Models of a comparison as figures name them: "intermediate C1P1 1". */
import type { FigureOf } from "../figure/figure_data.ts";
import type { Messages } from "../figure/messages.ts";

export type ModelFigure = Pick<FigureOf<"solution" | "xy">, "columns" | "rows" | "model">;

/** Models of a figure, in the order of the table. */
export function modelsOf(figure: ModelFigure): string[] {
  const [solution, model] = [figure.columns.indexOf("solution"), figure.columns.indexOf("model")];
  return [...new Set(figure.rows.map((row) => `${String(row[solution])} ${String(row[model])}`))];
}

/**
 * The model shown first: the one the figure names, else an intermediate one where there is one, since it assumes what the study
 * argues for.
 */
export function firstModel(figure: ModelFigure): string {
  const models = modelsOf(figure);
  if (figure.model !== undefined && models.includes(figure.model.split("|")[0]!)) return figure.model;
  return models.find((name) => name.startsWith("intermediate")) ?? models.find((name) => name.startsWith("parsimonious")) ?? models[0] ?? "";
}

/** "intermediate C1P1 1" in words. */
export function modelName(messages: Messages, key: string): string {
  const [kind, ...rest] = key.split(" ");
  const number = rest.pop() ?? "";
  return messages.say("comparison.model", { solution: messages.word("solution.", kind ?? ""), pair: rest.join(" ") || "none", number });
}
