/** What went wrong, and small notices. */
import type { ComponentChildren } from "preact";
import { Refused } from "./api.ts";
import { say } from "./words.ts";

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Refused)) return String(error);
  return error.status === 0 ? say("serve.no_answer") : error.what;
}

export function Fault({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p class="fault" role="alert">
      {sentenceOf(error)}
    </p>
  );
}

export interface Problem {
  line: number;
  column: number;
  what: string;
  remedy: string;
  warning: boolean;
}

/** The program's own messages on study.toml; each leads to its line. */
export function Problems({ problems, go }: { problems: readonly Problem[]; go: (line: number) => void }) {
  if (problems.length === 0) return null;
  return (
    <ul class="problems" aria-label={say("serve.problems")}>
      {problems.map((problem, index) => (
        <li key={index} class={problem.warning ? "warning" : "fault"}>
          <button type="button" class="link" onClick={() => go(problem.line)}>
            {say("serve.line", { line: String(problem.line) })}
          </button>{" "}
          {problem.what}
          {problem.remedy === "" ? "" : `; ${problem.remedy}`}
        </li>
      ))}
    </ul>
  );
}

/** A command as it would be typed: whatever a page does can be done without it. */
export function Command({ text }: { text: string }) {
  return (
    <p class="command">
      <span>{say("serve.command")}</span> <code>{text}</code>
    </p>
  );
}

export function Waiting({ children }: { children: ComponentChildren }) {
  return (
    <p class="waiting" role="status">
      {children}
    </p>
  );
}
