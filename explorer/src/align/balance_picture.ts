import { fontFamily, quiet } from "../figure/appearance.ts";
import { composed, described, heightOf, type Drawing, type Panel } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { wrapped } from "../figure/text_fitting.ts";
import { sharePanels } from "./balance_panels.ts";
import { balanceTriangle, wholeInset } from "./balance_triangle.ts";
import { nearestFinding } from "./findings.ts";
import type { ShareRow } from "./share_marks.ts";

const captionLine = 16;

function caption(drawing: Drawing, rows: readonly string[], size: number): SVGSVGElement {
  const svg = drawing.document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
  svg.setAttribute("width", "300");
  svg.setAttribute("height", String(4 + captionLine * rows.length));
  svg.setAttribute("overflow", "visible");
  rows.forEach((row, index) => {
    const line = drawing.document.createElementNS("http://www.w3.org/2000/svg", "text");
    line.setAttribute("y", String(14 + captionLine * index));
    line.setAttribute("style", `font: ${size}px ${fontFamily}; fill: ${quiet}`);
    line.textContent = row;
    svg.appendChild(line);
  });
  return svg;
}

function isVotes(domain: string): boolean {
  return domain === "votes" || domain === "positions";
}

/** Triangle of one domain, its place in the whole, and the panels of its shares beside it (below it on a narrow page). */
function domainRow(drawing: Drawing, rows: readonly ShareRow[], domain: string, other: string | null, top: number): { panels: Panel[]; height: number } {
  const { messages } = drawing;
  const wide = drawing.width >= 720;
  const left = wide ? Math.round(drawing.width * 0.45) : drawing.width;
  const size = Math.min(left, isVotes(domain) ? 480 : 400);
  const triangle = drawing.data.poles.length === 3 ? balanceTriangle({ ...drawing, width: size }, rows, domain, other) : null;
  const name = wrapped(messages.word("domain.", domain), Math.floor((left - 4) / 7.4));
  const panels: Panel[] = [{ svg: caption(drawing, name, 13), x: 0, y: top }];
  let y = top + 10 + captionLine * (name.length - 1);
  if (triangle) {
    panels.push({ svg: wholeInset(triangle.window, drawing), x: wide ? left - 86 : drawing.width - 80, y: y + 12 });
    panels.push({ svg: triangle.svg, x: (left - size) / 2, y });
    if (!wide) y += heightOf(triangle.svg) + 8;
  }
  const beside = wide && triangle !== null;
  const x = beside ? left + 20 : 0;
  const height = beside ? heightOf(triangle.svg) : isVotes(domain) ? 440 : 340;
  panels.push({ svg: caption(drawing, [messages.say("axis.share")], 13), x: x + 6, y: beside ? top : y });
  panels.push({ svg: sharePanels({ ...drawing, width: drawing.width - x }, rows, { domain, other, height }), x, y: beside ? y : y + 10 });
  return { panels, height: (beside ? y : y + 10) + height - top };
}

/** Votes above, treaties or all domains below, on the same years: each a triangle beside three panels. */
function balancePicture(drawing: Drawing, figure: FigureOf<"balance">, other: string | null): SVGSVGElement {
  const rows = records(figure);
  const panels: Panel[] = [];
  let y = 0;
  for (const domain of ["positions", "votes", "ties", "overall"]) {
    if (!rows.some((row) => row.domain === domain && row.state === drawing.data.study.focus)) continue;
    const row = domainRow(drawing, rows, domain, other, y);
    panels.push(...row.panels);
    y += row.height + 26;
  }
  return described(composed(panels, drawing, drawing.width, Math.max(y - 20, 20)), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

/** The years in which one pole was surely, with 0.9, the nearest: in all domains together, or in the one there is. */
function balanceFinding(figure: FigureOf<"balance">, data: FigureData, messages: Messages): string {
  const own = records(figure).filter((row) => row.state === data.study.focus);
  const domain = ["overall", "positions", "votes", "ties"].find((each) => own.some((row) => row.domain === each));
  return nearestFinding(figure, domain, data, messages);
}

export const balance: FigureKind<"balance"> = { picture: balancePicture, finding: balanceFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
