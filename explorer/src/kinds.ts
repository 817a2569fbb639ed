/** The kinds of figures, each under its name in figures/. What draws and shows them knows no kind by name. */
export { balance } from "./align/balance_picture.ts";
export { closeness } from "./align/closeness_panel.ts";
export { positions } from "./align/positions.ts";
export { closer } from "./align/closer.ts";
export { domains } from "./align/domains.ts";
export { hedge } from "./align/hedge.ts";
export { similarity } from "./align/similarity.ts";
export { solution } from "./compare/solution_chart.ts";
export { xy } from "./compare/xy_plot.ts";
export { fragility } from "./compare/fragility_strip.ts";
export { turning_points } from "./trace/turning_points.ts";
export { interrupted } from "./trace/interrupted.ts";
export { synthetic_control } from "./trace/synthetic_control.ts";
export { timeline } from "./trace/timeline.ts";
export { causal_graph } from "./trace/causal_graph.ts";
export { evidence_ladder } from "./trace/evidence_ladder.ts";
export { scoreboard } from "./trace/scoreboard.ts";
