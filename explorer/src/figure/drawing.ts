import { speakDecimals } from "./decimals.ts";
import type { FigureData } from "./figure_data.ts";
import type { Messages } from "./messages.ts";

/** What a figure needs to be drawn, in the browser and in Node. */
export interface Drawing {
  data: FigureData;
  messages: Messages;
  document: Document;
  /** Room in pixels. */
  width: number;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes. */
export function drawn(drawing: Pick<Drawing, "document">, name: string, attributes: Record<string, string | number>, content?: string): SVGElement {
  const element = drawing.document.createElementNS(svgNamespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (content !== undefined) element.textContent = content;
  return element;
}

/** The last step of each picture: title and description, which screen readers and other programs look for; decimals of the language. */
export function described(svg: SVGSVGElement, drawing: Drawing, title: string, description: string): SVGSVGElement {
  const { document } = drawing;
  // Plot names its groups for debugging ("rule", "y-axis tick label"); a name without a role misleads a screen reader.
  for (const element of Array.from(svg.querySelectorAll("[aria-label]"))) element.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  svg.setAttribute("lang", drawing.messages.language);
  const titleElement = document.createElementNS(svgNamespace, "title");
  titleElement.textContent = title;
  const descriptionElement = document.createElementNS(svgNamespace, "desc");
  descriptionElement.textContent = description;
  svg.insertBefore(descriptionElement, svg.firstChild);
  svg.insertBefore(titleElement, svg.firstChild);
  speakDecimals(svg, drawing.messages.language);
  return svg;
}

export interface Panel {
  svg: SVGSVGElement;
  x: number;
  y: number;
}

/** Several plots as one picture, each at its place; titles of the parts give way to that of the whole. */
export function composed(panels: readonly Panel[], drawing: Drawing, width: number, height: number): SVGSVGElement {
  const whole = drawing.document.createElementNS(svgNamespace, "svg") as SVGSVGElement;
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  whole.setAttribute("class", "composed");
  for (const { svg, x, y } of panels) {
    svg.setAttribute("x", String(x));
    svg.setAttribute("y", String(y));
    svg.removeAttribute("role");
    svg.removeAttribute("aria-label");
    whole.appendChild(svg);
  }
  return whole;
}

export function heightOf(svg: SVGSVGElement): number {
  return Number(svg.getAttribute("height"));
}
