/** How many rows each state has in each year: a square a year, the darker the more. */
import { useEffect, useRef } from "preact/hooks";
import { say } from "../words.ts";

export interface Coverage {
  state_column?: string;
  year_column?: string;
  states: string[];
  years: number[];
  rows: number[][];
  more_states?: number;
}

const side = 9;
const left = 150;
const top = 18;

export function CoveragePicture({ coverage }: { coverage: Coverage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { states, years, rows } = coverage;
  const width = left + years.length * side;
  const height = top + states.length * side;
  useEffect(() => {
    const place = canvas.current;
    const pen = place?.getContext("2d");
    if (!place || !pen) return;
    const scale = devicePixelRatio || 1;
    place.width = width * scale;
    place.height = height * scale;
    place.style.setProperty("width", `${width}px`);
    pen.scale(scale, scale);
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue("--ink");
    const most = Math.max(1, ...rows.flat());
    pen.font = `${side}px ${style.getPropertyValue("--sans")}`;
    pen.textBaseline = "top";
    for (const [column, year] of years.entries()) {
      pen.fillStyle = ink;
      if (year % 10 === 0) pen.fillText(String(year), left + column * side, 2);
    }
    for (const [row, state] of states.entries()) {
      pen.globalAlpha = 1;
      pen.fillStyle = ink;
      pen.fillText(state.slice(0, 26), 0, top + row * side, left - 6);
      pen.fillStyle = style.getPropertyValue("--link");
      for (const [column, count] of (rows[row] ?? []).entries()) {
        if (count === 0) continue;
        pen.globalAlpha = 0.25 + (0.75 * Math.log1p(count)) / Math.log1p(most);
        pen.fillRect(left + column * side, top + row * side, side - 1, side - 1);
      }
    }
  }, [coverage]);
  const filled = rows.flat().filter((count) => count > 0).length;
  const words = say("serve.coverage_words", { states: states.length, first: String(years[0] ?? ""), last: String(years[years.length - 1] ?? ""), filled, all: states.length * years.length });
  return (
    <figure class="coverage">
      <figcaption>
        {words} {coverage.more_states !== undefined && coverage.more_states > 0 ? say("serve.coverage_more", { n: coverage.more_states }) : ""}
      </figcaption>
      <div class="scroll" tabIndex={0} role="region" aria-label={say("serve.coverage")}>
        <canvas ref={canvas} role="img" aria-label={words} />
      </div>
    </figure>
  );
}
