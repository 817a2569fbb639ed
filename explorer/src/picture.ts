import { balancePicture } from "./balance_picture.ts";
import { domainsPicture, hedgePicture } from "./domains.ts";
import { described, type Drawing } from "./drawing.ts";
import { records, type Figure, type ShareRow } from "./figure_data.ts";
import { fragilityPicture } from "./fragility_strip.ts";
import { closerPicture, positionsPicture } from "./positions.ts";
import { closenessPanel } from "./share_panels.ts";
import { similarityPicture } from "./similarity.ts";
import { solutionPicture } from "./solution_chart.ts";
import { timelinePicture } from "./timeline.ts";
import { xyPicture } from "./xy_plot.ts";

/**
 * Draws a figure; the same code runs in the report and in the program that writes SVG files.
 * @param other what the reader chose: a state laid over, a model, a set; null for what is shown first
 */
export function picture(drawing: Drawing, figure: Figure, other: string | null = null): SVGSVGElement {
  switch (figure.kind) {
    case "balance":
      return balancePicture(drawing, figure, other);
    case "closeness":
      return described(closenessPanel(drawing, records<ShareRow>(figure)), drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
    case "positions":
      return positionsPicture(drawing, figure, other);
    case "closer":
      return closerPicture(drawing, figure, other);
    case "domains":
      return domainsPicture(drawing, figure);
    case "hedge":
      return hedgePicture(drawing, figure, other);
    case "similarity":
      return similarityPicture(drawing, figure);
    case "solution":
      return solutionPicture(drawing, figure, other);
    case "xy":
      return xyPicture(drawing, figure, other);
    case "fragility":
      return fragilityPicture(drawing, figure, other);
    case "timeline":
      return timelinePicture(drawing, figure);
  }
}
