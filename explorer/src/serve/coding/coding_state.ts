/** What the page of coding knows, and what a coder does in it. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { get, post, Refused } from "../api.ts";
import { useEvery } from "../fetched.ts";
import { useSignal } from "../signal.ts";
import type { Changes, Code, Coding, Desk, DocumentCodings, Done, Standing, TextPiece } from "./coding_types.ts";
import { nameHere, whoActs } from "./who.tsx";
import { withPiece, type Block } from "./text_blocks.ts";

const pointsAPiece = 60_000;

export interface Selected {
  start: number;
  end: number;
}

export interface CodingState {
  study: string;
  who: string;
  desk: Desk | null;
  doc: string | null;
  blocks: Block[];
  language: string;
  loaded: number;
  length: number;
  /** Of the text that is shown. */
  hash: string;
  here: DocumentCodings | null;
  standing: Standing | null;
  error: unknown;
  /** Where the caret is, or what is selected. */
  selected: Selected;
  /** The coding that is looked at. */
  active: string | null;
  /** A place to be shown; each time another object. */
  shown: Selected | null;
  fail(error: unknown): void;
  find(words: string): void;
  open(doc: string, place?: Selected): void;
  show(place: Selected, coding?: string | null): void;
  select(selected: Selected): void;
  activate(coding: string | null): void;
  act(path: string, body: Record<string, unknown>): Promise<Done | null>;
  /** @param place otherwise what is selected */
  apply(code: Code, place?: Selected): Promise<void>;
  remove(coding: Coding): Promise<void>;
  undo(act?: number): Promise<Done | null>;
  redo(act?: number): Promise<Done | null>;
  clearError(): void;
}

/** The text of a document, piece by piece as it comes. */
function useText(study: string, doc: string | null, asked: number, fail: (error: unknown) => void) {
  const [text, setText] = useState<{ doc: string; hash: string; blocks: Block[]; language: string; loaded: number; length: number } | null>(null);
  useEffect(() => {
    if (doc === null) return;
    let wanted = true;
    let blocks: Block[] = [];
    let language = "";
    let hash = "";
    const fetchFrom = async (from: number): Promise<void> => {
      const piece = await get<TextPiece>("/api/coding/text", { study, doc, from, count: pointsAPiece });
      if (!wanted) return;
      if (from > 0 && piece.hash !== hash) {
        // Changed between two pieces: all of it anew.
        blocks = [];
        return fetchFrom(0);
      }
      hash = piece.hash;
      blocks = withPiece(blocks, piece.text);
      language = piece.language ?? language;
      setText({ doc, hash, blocks, language, loaded: piece.to, length: piece.length });
      if (piece.to < piece.length) await fetchFrom(piece.to);
    };
    fetchFrom(0).catch((error: unknown) => wanted && fail(error));
    return () => {
      wanted = false;
    };
  }, [study, doc, asked]);
  return text !== null && text.doc === doc ? text : null;
}

/** Codings after an act, without asking for all of them again. */
function codingsAfter(before: readonly Coding[], done: Done, doc: string): Coding[] {
  const changed = new Map(done.codings.map((coding) => [coding.key, coding]));
  const kept = before.filter((coding) => !changed.has(coding.key));
  return [...kept, ...done.codings.filter((coding) => !coding.gone && coding.doc === doc)];
}

/** What codes count after an act. */
function codesAfter(codes: readonly Code[], before: readonly Coding[], done: Done): Code[] {
  const more = new Map<string, number>();
  const count = (code: string, by: number): void => void more.set(code, (more.get(code) ?? 0) + by);
  const former = new Map(before.map((coding) => [coding.key, coding]));
  for (const coding of done.codings) {
    const old = former.get(coding.key);
    if (old !== undefined) count(old.code, -1);
    if (!coding.gone) count(coding.code, 1);
  }
  return codes.map((code) => (more.has(code.key) ? { ...code, codings: code.codings + more.get(code.key)! } : code));
}

export function useCoding(study: string, first: string): CodingState {
  const who = useSignal(nameHere);
  const [words, setWords] = useState("");
  const [desk, setDesk] = useState<Desk | null>(null);
  const [doc, setDoc] = useState<string | null>(first === "" ? null : first);
  const [here, setHere] = useState<DocumentCodings | null>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [selected, setSelected] = useState<Selected>({ start: 0, end: 0 });
  const [active, setActive] = useState<string | null>(null);
  const [shown, setShown] = useState<Selected | null>(null);
  const [asked, setAsked] = useState(0);
  const text = useText(study, doc, asked, setError);
  const latest = useRef({ doc, standing, here, hash: "", acting: 0, desks: 0, desksCame: 0, codings: 0, codingsCame: 0 });
  latest.current = { ...latest.current, doc, standing, here, hash: text?.hash ?? "" };

  const askDesk = useCallback(async () => {
    // Answers may overtake one another: what was asked for last is the newest.
    const number = (latest.current.desks += 1);
    const value = await get<Desk>("/api/coding/desk", { study, who, find: words });
    if (number !== latest.current.desks) return;
    latest.current.desksCame = number;
    setDesk(value);
    setStanding((before) => before ?? value.standing);
    setDoc((open) => open ?? value.documents[0]?.id ?? null);
  }, [study, who, words]);
  const askCodings = useCallback(async () => {
    if (doc === null) return;
    const number = (latest.current.codings += 1);
    const value = await get<DocumentCodings>("/api/coding/codings", { study, who, doc });
    if (number !== latest.current.codings) return;
    latest.current.codingsCame = number;
    if (latest.current.doc === doc) setHere(value);
  }, [study, who, doc]);
  // What can be undone is another's by now.
  useEffect(() => setStanding(null), [who]);
  useEffect(() => void askDesk().catch(setError), [askDesk]);
  useEffect(() => {
    setActive(null);
    askCodings().catch(setError);
  }, [askCodings]);

  // The address names another document: somebody followed a link, or went back.
  useEffect(() => {
    if (first === "" || first === latest.current.doc) return;
    setDoc(first);
    setSelected({ start: 0, end: 0 });
  }, [first]);
  // The text was changed on the disk: codings of one text are not drawn in another.
  const apart = here !== null && text !== null && here.doc === text.doc && text.loaded === text.length && here.hash !== text.hash;
  useEffect(() => {
    if (!apart) return;
    setAsked((count) => count + 1);
    askCodings().catch(setError);
  }, [apart, here, text?.hash]);

  // What others do, in other tabs and programs.
  useEvery(2500, () => {
    const { standing: now, acting } = latest.current;
    if (now === null || acting > 0) return;
    get<Changes>("/api/coding/changes", { study, who, after: now.last, doc: doc ?? undefined }).then((changes) => {
      if (changes.hash !== null && latest.current.hash !== "" && changes.hash !== latest.current.hash && latest.current.doc === doc) {
        setAsked((count) => count + 1);
        void askCodings().catch(setError);
      }
      if (latest.current.acting > 0 || changes.standing.last === latest.current.standing?.last) return;
      setStanding(changes.standing);
      if (changes.codes || changes.coders || changes.documents.length > 0) void askDesk().catch(setError);
      if (changes.coders || (doc !== null && changes.documents.includes(doc))) void askCodings().catch(setError);
    }, () => undefined);
  });

  // Of whoever is at work when an answer comes, who need not be whoever was when it was asked for.
  const asks = useRef({ askDesk, askCodings });
  asks.current = { askDesk, askCodings };
  const askAll = (): Promise<unknown> => Promise.all([asks.current.askDesk(), asks.current.askCodings()]);
  const act = useCallback(
    async (path: string, body: Record<string, unknown>): Promise<Done | null> => {
      latest.current.acting += 1;
      try {
        const by = await whoActs();
        const done = await post<Done>(`/api/coding/${path}`, { who: by, ...body }, { study });
        setError(null);
        const before = latest.current.here;
        const seen = latest.current.standing?.last ?? 0;
        setStanding(done.standing);
        if (before !== null && done.kinds.every((kind) => kind === "coding")) {
          setHere({ ...before, codings: codingsAfter(before.codings, done, before.doc), standing: done.standing });
          setDesk((now) => now && { ...now, codes: codesAfter(now.codes, before.codings, done), own: ownAfter(now.own, before, done, by) });
          // Somebody else was in between: ask for all.
          if (done.act > 0 && done.standing.last !== seen + done.codings.length) void asks.current.askCodings().catch(setError);
          // What was asked for before the act, and is still on its way, may not know of it.
          else if (latest.current.codingsCame !== latest.current.codings) void asks.current.askCodings().catch(setError);
          if (latest.current.desksCame !== latest.current.desks) void asks.current.askDesk().catch(setError);
        } else if (path === "memo" && before !== null && before.doc === body["doc"]) {
          setHere({ ...before, memo: String(body["memo"]), memo_version: (done as Done & { memo_version?: number }).memo_version ?? 0, standing: done.standing });
        } else {
          await askAll();
        }
        return done;
      } catch (fault) {
        setError(fault);
        if (fault instanceof Refused && (fault.status === 409 || fault.status === 404)) void askAll().catch(setError);
        return null;
      } finally {
        latest.current.acting -= 1;
      }
    },
    [study],
  );

  return {
    study,
    who,
    desk,
    doc,
    blocks: text?.blocks ?? [],
    language: text?.language ?? "",
    loaded: text?.loaded ?? 0,
    length: text?.length ?? 0,
    hash: text?.hash ?? "",
    here: here !== null && here.doc === doc ? here : null,
    standing,
    error,
    selected,
    active,
    shown,
    fail: setError,
    find: setWords,
    open(next, place) {
      if (next !== doc) {
        setDoc(next);
        setSelected(place ?? { start: 0, end: 0 });
      }
      if (place !== undefined) setShown({ ...place });
    },
    show(place, coding = null) {
      setShown({ ...place });
      if (coding !== null) setActive(coding);
    },
    select: setSelected,
    activate: setActive,
    act,
    async apply(code, place = selected) {
      if (doc === null || place.end <= place.start) return;
      const done = await act("codings", { add: [{ doc, start: place.start, end: place.end, code: code.key, text: text?.hash }] });
      if (done !== null && done.codings[0] !== undefined) setActive(done.codings[0].key);
    },
    async remove(coding) {
      await act("codings", { edit: [{ key: coding.key, version: coding.version, remove: true }] });
    },
    undo: (number) => act("undo", number === undefined ? {} : { act: number }),
    redo: (number) => act("redo", number === undefined ? {} : { act: number }),
    clearError: () => setError(null),
  };
}

function ownAfter(own: Record<string, number> | null, before: DocumentCodings, done: Done, who: string): Record<string, number> {
  const count = codingsAfter(before.codings, done, before.doc).filter((coding) => coding.coder === who).length;
  return { ...(own ?? {}), [before.doc]: count };
}

/** Codes by their keys. */
export function useCodes(codes: readonly Code[] | undefined): Map<string, Code> {
  return useMemo(() => new Map((codes ?? []).map((code) => [code.key, code])), [codes]);
}
