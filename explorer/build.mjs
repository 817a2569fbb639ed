// Makes dist/report.js (put into every report), dist/report.css and dist/figures.mjs (run by Node).
import { build } from "esbuild";
import { writeFigureTypes } from "./figure_types.mjs";

writeFigureTypes();

const shared = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // The report's script stands inside an HTML element, which "</script" would end.
  supported: { "inline-script": false },
};

await build({
  ...shared,
  entryPoints: ["src/report.ts"],
  outfile: "dist/report.js",
  format: "iife",
  target: ["es2020", "chrome100", "firefox100", "safari15"],
});
await build({
  ...shared,
  entryPoints: ["src/loader.ts"],
  outfile: "dist/loader.js",
  format: "iife",
  target: ["es2020", "chrome100", "firefox100", "safari15"],
});
await build({
  ...shared,
  entryPoints: ["src/report.css"],
  outfile: "dist/report.css",
  target: ["chrome105", "firefox121", "safari16"],
});
await build({
  ...shared,
  entryPoints: ["src/draw_figures.ts"],
  outfile: "dist/figures.mjs",
  format: "esm",
  platform: "node",
  target: ["node18"],
  // linkedom asks for the optional package "canvas"; pictures here need none.
  alias: { canvas: "./src/no_canvas.ts" },
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
