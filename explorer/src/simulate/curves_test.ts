import assert from "node:assert/strict";
import { test } from "node:test";
import { curveLines, curvePanels } from "./curves.ts";
import { sampleFigure } from "../../test/sample_data.ts";
import { records } from "../figure/figure_data.ts";

test("panels and lines come in their order", () => {
  const rows = records(sampleFigure("curves"));
  assert.deepEqual(curvePanels(rows), ["forgo", "press"]);
  assert.deepEqual(curveLines(rows), ["assure", "silent"]);
});
