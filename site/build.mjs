// Builds ../build/site. Nothing is fetched.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { root } from "./documents.mjs";

process.chdir(join(root, "site"));
rmSync(join(root, "build/site"), { recursive: true, force: true });
mkdirSync("texts", { recursive: true });
const eleventy = new Eleventy("texts", "../build/site", { configPath: "eleventy.config.mjs", quietMode: true });
await eleventy.write();
