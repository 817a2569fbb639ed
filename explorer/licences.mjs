// Prints the licences of the packages whose code stands in the bundles of dist/: those that are not for development only.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const [path, { version, license, dev }] of Object.entries(packages)) {
  if (path === "" || dev || !existsSync(path) || path.includes("esbuild")) continue; // esbuild makes the bundles, and is not in them
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
  console.log(`${path.replace(/^.*node_modules\//, "")} ${version} (${license})\n`);
  console.log(`${(file ? readFileSync(join(path, file), "utf8") : `${license}; the package holds no text of it.`).trim()}\n\n${"-".repeat(78)}\n`);
}
