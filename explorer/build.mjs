// Makes dist/report.js (put into every report), dist/report.css, dist/loader.js, dist/message_families.txt, dist/figures.mjs (run by Node)
// and dist/serve.{html,js,css} (the pages of the local server).
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { writeFigureTypes } from "./figure_types.mjs";

writeFigureTypes();

/** Families of messages that the sources name, a line each: the report carries no others. A key always begins with a literal. */
function messageFamilies(folder, families = new Set()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // The pages of the local server fetch their words themselves.
    if (entry.isDirectory()) path === join("src", "serve") || messageFamilies(path, families);
    else if (path.endsWith(".ts") && !path.endsWith("_test.ts"))
      for (const [, family] of readFileSync(path, "utf8").matchAll(/["`]([a-z_]+)\./g)) families.add(family);
  }
  return families;
}

/** The colour schemes that Plot offers and no picture here uses: their names without the colours, which are as much as ten pictures. */
const withoutColourSchemes = {
  name: "without colour schemes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^d3-scale-chromatic$/ }, ({ path }) => ({ path, namespace: "names" }));
    onLoad({ filter: /.*/, namespace: "names" }, async ({ path }) => ({
      contents: `export const ${Object.keys(await import(path)).map((name) => `${name} = []`).join(", ")};`,
    }));
  },
};

mkdirSync("dist", { recursive: true });
writeFileSync("dist/message_families.txt", [...messageFamilies("src")].sort().join("\n"));

const shared = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // The report's script stands inside an HTML element, which "</script" would end.
  supported: { "inline-script": false },
  plugins: [withoutColourSchemes],
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
// The pages of `tarazy serve`.
await build({
  ...shared,
  entryPoints: ["src/serve/main.tsx"],
  outfile: "dist/serve.js",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  target: ["es2021", "chrome100", "firefox100", "safari15"],
});
await build({
  ...shared,
  entryPoints: ["src/serve/serve.css"],
  outfile: "dist/serve.css",
  target: ["chrome105", "firefox121", "safari16"],
});
copyFileSync("src/serve/serve.html", "dist/serve.html");
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
