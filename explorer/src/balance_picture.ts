import { balanceTriangle, wholeInset } from "./balance_triangle.ts";
import { fontFamily, quiet } from "./appearance.ts";
import { composed, described, heightOf, type Drawing, type Panel } from "./drawing.ts";
import { records, type Figure, type ShareRow } from "./figure_data.ts";
import { sharePanels } from "./share_panels.ts";

function caption(drawing: Drawing, text: string, size: number): SVGSVGElement {
  const svg = drawing.document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
  svg.setAttribute("width", "300");
  svg.setAttribute("height", "20");
  svg.setAttribute("overflow", "visible");
  const line = drawing.document.createElementNS("http://www.w3.org/2000/svg", "text");
  line.setAttribute("y", "14");
  line.setAttribute("style", `font: ${size}px ${fontFamily}; fill: ${quiet}`);
  line.textContent = text;
  svg.appendChild(line);
  return svg;
}

/** The triangle of each domain with its place in the whole, one above the other. */
function triangles(drawing: Drawing, rows: readonly ShareRow[], other: string | null, x: number, width: number): { panels: Panel[]; height: number } {
  const panels: Panel[] = [];
  let y = 0;
  for (const domain of ["votes", "ties"]) {
    const size = domain === "votes" ? width : Math.round(width * 0.78);
    const triangle = balanceTriangle({ ...drawing, width: size }, rows, domain, other);
    if (!triangle) continue;
    panels.push({ svg: caption(drawing, drawing.messages.word("domain.", domain), 12.5), x, y });
    panels.push({ svg: wholeInset(triangle.window, drawing), x: x + width - 78, y: y + 2 });
    panels.push({ svg: triangle.svg, x: x + (width - size) / 2, y: y + 18 });
    y += heightOf(triangle.svg) + 30;
  }
  return { panels, height: y };
}

/** Triangle beside the three panels; on a narrow page above them. */
export function balancePicture(drawing: Drawing, figure: Figure, other: string | null): SVGSVGElement {
  const rows = records<ShareRow>(figure);
  const wide = drawing.width >= 720;
  const left = wide ? Math.round(drawing.width * 0.44) : drawing.width;
  const right = wide ? drawing.width - left - 24 : drawing.width;
  const three = drawing.data.poles.length === 3 ? triangles(drawing, rows, other, 0, Math.min(left, 470)) : { panels: [], height: 0 };
  const panelHeight = wide ? Math.max(520, three.height - 20) : 560;
  const heading = caption(drawing, drawing.messages.say("axis.share"), 12.5);
  const shares = sharePanels({ ...drawing, width: right }, rows, { measure: "share", other, height: panelHeight });
  const x = wide && three.panels.length > 0 ? left + 24 : 0;
  const y = wide ? 0 : three.height;
  const panels: Panel[] = [...three.panels, { svg: heading, x: x + 8, y }, { svg: shares, x, y: y + 8 }];
  const height = Math.max(three.height, y + panelHeight + 12);
  return described(composed(panels, drawing, drawing.width, height), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}
