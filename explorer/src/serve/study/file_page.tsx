/** study.toml as it is written, checked while it is typed. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { get, post, Refused } from "../api.ts";
import { Fault, Problems, type Problem } from "../message.tsx";
import { useSignal } from "../signal.ts";
import { language, say } from "../words.ts";

interface Text {
  text: string;
  version: string;
  problems: Problem[];
  draft?: { text: string; version: string };
  stepped?: boolean;
  /** Why nothing can be taken back; empty: it can. */
  no_history?: string;
}

/** A box of a page knows one line end only; the file keeps the one that most of its lines have. */
const lines = (text: string): string => text.replace(/\r\n/g, "\n");
const mostlyReturns = (text: string): boolean => (text.match(/\r\n/g)?.length ?? 0) * 2 > (text.match(/\n/g)?.length ?? 0);

/** Puts the cursor on a line and shows it in the middle. */
function goTo(box: HTMLTextAreaElement | null, line: number): void {
  if (box === null || line < 1) return;
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = box.scrollHeight / Math.max(1, lines.length);
  box.scrollTop = Math.max(0, (line - 1) * height - box.clientHeight / 2);
}

export function FilePage({ study, line }: { study: string; line: number }) {
  useSignal(language);
  const box = useRef<HTMLTextAreaElement>(null);
  const [saved, setSaved] = useState<Text | null>(null);
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [restored, setRestored] = useState(false);
  const returns = useRef(false);
  const take = (answer: Text): void => {
    returns.current = mostlyReturns(answer.text);
    setSaved({ ...answer, text: lines(answer.text) });
    setText(lines(answer.text));
  };
  const asInFile = (typed: string): string => (returns.current ? typed.replace(/\n/g, "\r\n") : typed);
  const load = (): void => {
    get<Text>("/api/study/text", { study }).then((answer) => {
      // What was typed before the page, or the program, was closed: saved by whoever saves it over the version it came from.
      take(answer.draft === undefined ? answer : { ...answer, version: answer.draft.version });
      if (answer.draft !== undefined) setText(lines(answer.draft.text));
      setRestored(answer.draft !== undefined);
      setProblems(answer.problems);
      setError(null);
    }, setError);
  };
  useEffect(load, [study]);
  useLayoutEffect(() => goTo(box.current, line), [saved === null, line]);
  // Every keystroke is sent; while one is on its way the newest waits, also when the page is left.
  const sending = useRef({ busy: false, wanted: "", sent: "", version: "" });
  const keep = async (): Promise<void> => {
    const now = sending.current;
    if (now.busy) return;
    now.busy = true;
    while (now.wanted !== now.sent) {
      const next = now.wanted;
      try {
        const answer = await post<{ problems: Problem[]; no_history: string }>("/api/study/check", { text: asInFile(next), version: now.version }, { study });
        if (next === now.wanted) setProblems(answer.problems);
        setSaved((before) => before && before.no_history !== answer.no_history ? { ...before, no_history: answer.no_history } : before);
      } catch (refused) {
        setError(refused);
        break;
      }
      now.sent = next;
    }
    now.busy = false;
  };
  const type = (next: string): void => {
    setText(next);
    sending.current.wanted = next;
    sending.current.version = saved?.version ?? "";
    void keep();
  };
  const dirty = saved !== null && text !== saved.text;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);
  const save = (): void => {
    if (saved === null) return;
    post<Text>("/api/study/text", { text: asInFile(text), version: saved.version }, { study }).then((answer) => {
      setSaved({ ...answer, text: lines(answer.text) });
      setProblems(answer.problems);
      setRestored(false);
      setError(null);
    }, setError);
  };
  /** Gives up what was typed here, and shows what is there. */
  const drop = (): void => {
    sending.current.wanted = sending.current.sent;
    post<Text>("/api/study/drop", { text: asInFile(text) }, { study }).then((answer) => {
      take(answer);
      setRestored(false);
      setProblems(answer.problems);
      setError(null);
    }, setError);
  };
  const step = (forward: boolean): void => {
    post<Text>("/api/study/back", { forward }, { study }).then((answer) => {
      take(answer);
      setProblems(answer.problems);
      setRestored(false);
      setError(null);
    }, setError);
  };
  const conflict = error instanceof Refused && error.status === 409;
  return (
    <div class="file">
      <h1>study.toml</h1>
      <p class="quiet">{say("serve.file_lead")}</p>
      <textarea
        ref={box}
        class="toml"
        aria-label="study.toml"
        spellcheck={false}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === "s") {
            event.preventDefault();
            save();
          }
        }}
      />
      {saved !== null && (saved.no_history ?? "") !== "" && (
        <p class="fault" role="status">
          {say("serve.no_history", { why: saved.no_history! })}
        </p>
      )}
      <p>
        <button type="button" class="main" disabled={!dirty} onClick={save}>
          {say("serve.save")}
        </button>{" "}
        <button type="button" disabled={dirty || (saved?.no_history ?? "") !== ""} onClick={() => step(false)}>
          {say("serve.step_back")}
        </button>{" "}
        <button type="button" disabled={dirty || (saved?.no_history ?? "") !== ""} onClick={() => step(true)}>
          {say("serve.step_forward")}
        </button>{" "}
        <span role="status">{dirty ? say("serve.not_saved") : saved === null ? "" : say("serve.saved")}</span>
      </p>
      {restored && (
        <p>
          {say("serve.restored")}{" "}
          <button type="button" onClick={drop}>
            {say("serve.drop_draft")}
          </button>
        </p>
      )}
      <Fault error={error} />
      {conflict && (
        <p>
          <button type="button" onClick={drop}>
            {say("serve.take_theirs")}
          </button>{" "}
          <button type="button" onClick={() => (setSaved({ ...((error as Refused).detail as Text), text: lines(((error as Refused).detail as Text).text), problems }), setError(null))}>
            {say("serve.keep_mine")}
          </button>
        </p>
      )}
      <Problems problems={problems} go={(at) => goTo(box.current, at)} />
      {problems.length === 0 && saved !== null && <p class="quiet">{say("serve.no_problems")}</p>}
    </div>
  );
}
