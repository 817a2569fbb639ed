// Runs the examples of the pages as they are written, each page in a scratch folder of its own, and compares what comes
// out with what the page shows.
//
//   node run_examples.mjs [--list] [PAGE..]      TARAZY names the program (default: build/release/tarazy)
//
// What is an example: in a block of code, a line that begins with "$ ", with the lines that the command goes on in; what
// follows up to the next such line is what it prints. In a block marked `sh`: every line that begins with "tarazy " or
// "cd ". A line "..." stands for any lines, "..." and ".." in a line for any text; the hour of a log matters not. Lines of
// standard error may stand anywhere and may be broken; those that the page leaves out do not matter. "$ cat FILE" makes a
// file that is not there.
//
// Where it runs: beside examples/, studies/ and src/ of the repository, and, where the page says "examples run in `FOLDER`",
// among copies of the files of that folder, too. TARAZY_STUDY names a run of studies/kazakhstan for examples that ask it.
// `<!-- not run: REASON -->` before a block, or above the first heading but the title for a whole page, leaves it out.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pages, reader, root, textOf } from "./documents.mjs";

/** Whether a command goes on in the next line: bash would wait for more. */
const goesOn = (text) => text.endsWith("\\") || (/["'(`{]/.test(text) && spawnSync("bash", ["-n", "-c", text]).status !== 0);

/** Commands of a block with what each prints. */
export function commandsOf(content, marked) {
  const commands = [];
  let open = false;
  for (const [i, line] of content.replace(/\n$/, "").split("\n").entries()) {
    if (open) {
      commands.at(-1).text += `\n${line}`;
    } else if (line.startsWith("$ ") || (marked && /^(tarazy|cd) /.test(line))) {
      commands.push({ text: line.replace(/^\$ /, ""), offset: i, shows: [] });
    } else {
      if (!marked) commands.at(-1)?.shows.push(line);
      continue;
    }
    open = goesOn(commands.at(-1).text);
  }
  return commands;
}

/** Every example of a page, in order. */
export function examplesOf(page, text) {
  const examples = [];
  let folder;
  let ofPage;
  let ofBlock;
  let headings = 0;
  for (const token of reader.parse(text, {})) {
    if (token.type === "heading_open") ++headings;
    if (token.type === "inline") folder = /examples run in `([^`]+)`/.exec(token.content)?.[1] ?? folder;
    if (token.type === "html_block") {
      const reason = /<!-- not run: (.+?) -->/s.exec(token.content)?.[1];
      if (headings < 2 && examples.length === 0) ofPage = reason ?? ofPage;
      else ofBlock = reason ?? ofBlock;
    }
    if (token.type !== "fence") continue;
    for (const command of commandsOf(token.content, token.info.trim() === "sh")) {
      examples.push({ page, line: token.map[0] + 2 + command.offset, folder, reason: ofBlock ?? ofPage, ...command });
    }
    ofBlock = undefined;
  }
  return examples;
}

const collapsed = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, "AN-HOUR").replace(/\s+/g, " ").trim();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** A line with "..." or ".." in it, as an expression. A path ("../x") is none. */
const pattern = (line) => escaped(collapsed(line)).replace(/(^|[^/])\\\.\\\.(\\\.)?(?!\/)/g, "$1.*");
const fits = (line, shown) => new RegExp(`^${pattern(shown)}$`).test(collapsed(line));

/** Whether what was printed is what the page shows. @returns nothing, or what is missing */
export function difference(shows, out, error) {
  const shown = shows.filter((line) => line.trim() !== "");
  if (shown.length === 0) return undefined;
  const printed = out.split("\n").filter((line) => line.trim() !== "");
  const said = collapsed(error);
  let at = 0;
  let skips = false;
  for (let i = 0; i < shown.length; ++i) {
    if (shown[i].trim() === "...") {
      skips = true;
      continue;
    }
    const next = skips ? printed.findIndex((line, j) => j >= at && fits(line, shown[i])) : at;
    if (next >= 0 && next < printed.length && fits(printed[next], shown[i])) {
      at = next + 1;
      skips = false;
    } else if (!new RegExp(pattern(shown[i])).test(said)) {
      return `the page shows\n    ${shown[i]}\n  where the program prints\n    ${printed[at] ?? "nothing more"}${said && `\n  and says\n    ${error.trim()}`}`;
    }
  }
  return skips || at >= printed.length ? undefined : `the program goes on with\n    ${printed[at]}`;
}

function scratchFolder(folder) {
  const place = mkdtempSync(join(tmpdir(), "tarazy-examples-"));
  cpSync(join(root, "examples"), join(place, "examples"), { recursive: true });
  symlinkSync(join(root, "src"), join(place, "src"));
  for (const study of readdirSync(join(root, "studies"))) {
    mkdirSync(join(place, "studies", study), { recursive: true });
    for (const name of readdirSync(join(root, "studies", study)).filter((name) => !name.startsWith("output"))) {
      symlinkSync(join(root, "studies", study, name), join(place, "studies", study, name));
    }
  }
  if (process.env.TARAZY_STUDY) cpSync(resolve(root, process.env.TARAZY_STUDY), join(place, "studies/kazakhstan/output"), { recursive: true });
  if (folder) {
    for (const name of readdirSync(join(root, folder))) cpSync(join(root, folder, name), join(place, name), { recursive: true });
  }
  return place;
}

/** "$ cat FILE": makes the file when it is not there. */
function makesFile(example, place) {
  const name = /^cat (\S+)$/.exec(example.text)?.[1];
  if (!name || existsSync(join(place, name))) return false;
  mkdirSync(dirname(join(place, name)), { recursive: true });
  writeFileSync(join(place, name), `${example.shows.join("\n")}\n`);
  return true;
}

/** Runs a command in the folder that the one before ended in. */
function run(text, place, environment) {
  const here = join(place, ".here");
  const folder = existsSync(here) ? readFileSync(here, "utf8").trim() : place;
  return new Promise((done) => {
    // "timeout" ends the whole group of processes.
    const child = spawn("timeout", ["60", "bash", "-o", "pipefail", "-c", `${text}\nstatus=$?; pwd >"$HOME/.here"; exit $status`], {
      cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: environment,
    });
    const said = { out: "", error: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (said.out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (said.error += text));
    child.on("close", (status) => done({ status, ...said }));
  });
}

async function runPage(examples, program, took) {
  const faults = [];
  const place = scratchFolder(examples.find(({ folder }) => folder)?.folder);
  mkdirSync(join(place, "tmp"));
  mkdirSync(join(place, ".bin"));
  symlinkSync(program, join(place, ".bin", "tarazy"));
  const environment = { ...process.env, PATH: `${join(place, ".bin")}:${process.env.PATH}`, HOME: place, LC_ALL: "C.UTF-8", TARAZY_DATA: "" };
  for (const example of examples) {
    if (makesFile(example, place)) continue;
    const start = Date.now();
    const { status, out, error } = await run(example.text.replaceAll("/tmp/", `${place}/tmp/`), place, environment);
    took.push([(Date.now() - start) / 1000, `${example.page}:${example.line}`]);
    const wrong = difference(example.shows, out, error);
    // An example may show how a fault is told: then what it prints is what counts.
    if (wrong || (status !== 0 && example.shows.length === 0)) {
      faults.push(`${example.page}:${example.line}: ${example.text.split("\n")[0]}\n  status ${status}; ${wrong ?? error.trim()}`);
    }
  }
  rmSync(place, { recursive: true, force: true });
  return faults;
}

/** What keeps an example from being run here: its own reason, or a program or a run that is not there. */
function hindrance({ reason, text }) {
  if (reason) return reason;
  if (text.includes("studies/kazakhstan/output") && !process.env.TARAZY_STUDY) return "TARAZY_STUDY names no run of studies/kazakhstan";
  const program = /^([\w-]+)(?=\s|$)/.exec(text)?.[1];
  return program && spawnSync("bash", ["-c", `command -v ${program}`]).status !== 0 && program !== "tarazy" ? `${program} is not installed` : undefined;
}

async function main(words) {
  const program = resolve(root, process.env.TARAZY ?? "build/release/tarazy");
  const chosen = words.filter((word) => !word.startsWith("--"));
  const faults = [];
  const took = [];
  const left = [];
  const waiting = [];
  for (const page of pages().filter((page) => chosen.length === 0 || chosen.includes(page))) {
    const examples = examplesOf(page, textOf(page)).map((example) => ({ ...example, hindrance: hindrance(example) }));
    left.push(...examples.filter((example) => example.hindrance));
    const wanted = examples.filter((example) => !example.hindrance);
    if (wanted.length > 0) waiting.push(wanted);
  }
  const count = waiting.flat().length;
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) faults.push(...(await runPage(page, program, took)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  for (const fault of faults.sort()) console.error(fault);
  if (words.includes("--list")) {
    for (const { page, line, hindrance } of left) console.log(`not run: ${page}:${line}: ${hindrance}`);
    for (const [seconds, place] of took.sort((a, b) => b[0] - a[0]).slice(0, 8)) console.log(`${seconds.toFixed(1)} s  ${place}`);
  }
  console.log(`${count} examples run, ${left.length} not run, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
