// Runs the tests that lie beside the sources (src/**/*_test.ts), without a browser: node 18 reads no TypeScript, so they are bundled
// into a folder of their own first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeFigureTypes } from "./figure_types.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const sources = join(here, "src");

function testsUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? testsUnder(path) : path.endsWith("_test.ts") ? [path] : [];
  });
}

writeFigureTypes();
const tests = testsUnder(sources);
const folder = mkdtempSync(join(tmpdir(), "tarazy-unit-"));
try {
  await build({
    absWorkingDir: here,
    entryPoints: tests,
    outdir: folder,
    outbase: sources,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true, // the libraries once, not once a test
    format: "esm",
    platform: "node",
    target: ["node18"],
    logLevel: "warning",
    alias: { canvas: "./src/no_canvas.ts" },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const bundled = tests.map((path) => join(folder, relative(sources, path).replace(/\.ts$/, ".mjs")));
  process.exitCode = spawnSync(process.execPath, ["--test", ...bundled], { cwd: here, stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
