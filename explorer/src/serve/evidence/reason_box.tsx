/** Why a judge holds a clue for that probable; beside it, why the study and other judges do. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../words.ts";

export interface GivenReason {
  by: string;
  why: string;
}

interface Props {
  label: string;
  /** What is kept; nothing where the judge has written no number yet. */
  there: { why: string; version: number } | undefined;
  others: readonly GivenReason[];
  disabled: boolean;
  keep: (why: string, version: number) => Promise<boolean>;
}

/** Every keystroke is kept; while one is on its way the newest waits. */
export function ReasonBox({ label, there, others, disabled, keep }: Props) {
  const [text, setText] = useState(there?.why ?? "");
  const focused = useRef(false);
  const queue = useRef({ busy: false, wanted: there?.why ?? "", sent: there?.why ?? "" });
  const version = useRef(0);
  version.current = there?.version ?? 0;
  useEffect(() => {
    if (!queue.current.busy) queue.current.sent = there?.why ?? "";
    if (!focused.current) setText(there?.why ?? "");
  }, [there?.version]);
  const type = async (next: string): Promise<void> => {
    setText(next);
    const now = queue.current;
    now.wanted = next;
    if (now.busy) return;
    now.busy = true;
    while (now.wanted !== now.sent) {
      const sending = now.wanted;
      if (!(await keep(sending, version.current))) break;
      now.sent = sending;
      await new Promise((done) => setTimeout(done, 0));
    }
    now.busy = false;
  };
  const given = others.filter((one) => one.why !== "");
  return (
    <details class="why">
      <summary class={text === "" ? "" : "given"}>{say("serve_coding.why")}</summary>
      {given.map((one) => (
        <small key={one.by} class="other">
          {one.by}: {one.why}
        </small>
      ))}
      {there === undefined ? (
        <small class="quiet">{say("serve_coding.why_needs_number")}</small>
      ) : (
        <textarea rows={3} aria-label={label} disabled={disabled} value={text} onFocus={() => (focused.current = true)} onBlur={() => (focused.current = false)} onInput={(event) => void type(event.currentTarget.value)} />
      )}
    </details>
  );
}
