/** The text with its codings: selected by mouse or by keyboard, coded by a key. */
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { say } from "../words.ts";
import { keysOfCodes, pressedKey } from "./code_keys.ts";
import { codingsOfBlocks, drawingOrder, runsOf, type Run } from "./coding_lanes.ts";
import type { Code, Coding } from "./coding_types.ts";
import { blockAt, placeInBlock, sentenceAround, unitsInBlock, type Block } from "./text_blocks.ts";
import type { CodingState, Selected } from "./coding_state.ts";

const stripe = 3;
const stripeStep = 5;

/** Stripes below a run, one a coding, each on its level. */
function stripes(run: Run, codes: Map<string, Code>): Record<string, string> | undefined {
  if (run.levels.length === 0) return undefined;
  const images: string[] = [];
  const places: string[] = [];
  run.levels.forEach((coding, level) => {
    if (coding === null) return;
    const color = codes.get(coding.code)?.color || "#777777";
    images.push(`linear-gradient(${color}, ${color})`);
    places.push(`0 calc(100% - ${(run.levels.length - 1 - level) * stripeStep}px)`);
  });
  return {
    backgroundImage: images.join(", "),
    backgroundPosition: places.join(", "),
    backgroundSize: `100% ${stripe}px`,
    backgroundRepeat: "no-repeat",
    paddingBottom: `${run.levels.length * stripeStep}px`,
  };
}

function RunView({ run, codes, active }: { run: Run; codes: Map<string, Code>; active: string | null }) {
  if (run.levels.length === 0) return <>{run.text}</>;
  const looked = run.levels.some((coding) => coding !== null && coding.key === active);
  return (
    <span class={looked ? "run looked" : "run"} style={stripes(run, codes)}>
      {run.text}
    </span>
  );
}

/** Names of the codes that begin in a block, beside it; the list of what is coded at the caret says the same to screen readers. */
function Margin({ block, codings, codes, coders, pick }: { block: Block; codings: readonly Coding[]; codes: Map<string, Code>; coders: boolean; pick: (coding: Coding) => void }) {
  const begin = codings.filter((coding) => coding.start >= block.start);
  return (
    <div class="margin" contentEditable={false} aria-hidden="true">
      {begin.map((coding) => {
        const code = codes.get(coding.code);
        return (
          <span key={coding.key} class="tag" style={{ borderColor: code?.color || "#777777" }} onMouseDown={(event) => (event.preventDefault(), pick(coding))}>
            {code?.code ?? coding.code}
            {coders && <small> {coding.coder}</small>}
            {coding.memo !== "" && " ✎"}
            {coding.where === "moved" && " ↷"}
          </span>
        );
      })}
    </div>
  );
}

interface BlockProps {
  block: Block;
  number: number;
  codings: readonly Coding[];
  codes: Map<string, Code>;
  coders: boolean;
  active: string | null;
  pick: (coding: Coding) => void;
}

const BlockView = memo(
  function BlockView({ block, number, codings, codes, coders, active, pick }: BlockProps) {
    const runs = runsOf(block, codings);
    const levels = Math.max(...runs.map((run) => run.levels.length));
    return (
      <div class="block">
        <p class="words" data-block={number} style={levels > 1 ? { lineHeight: `calc(1.55em + ${levels * stripeStep}px)` } : undefined}>
          {runs.map((run) => (
            <RunView key={run.start} run={run} codes={codes} active={active} />
          ))}
        </p>
        <Margin block={block} codings={codings} codes={codes} coders={coders} pick={pick} />
      </div>
    );
  },
  (a, b) =>
    a.block === b.block &&
    a.codes === b.codes &&
    a.coders === b.coders &&
    a.active === b.active &&
    a.codings.length === b.codings.length &&
    a.codings.every((coding, at) => coding === b.codings[at]),
);

/** The place of a text that a point of the page means; null outside of the text. */
function placeOf(blocks: readonly Block[], node: Node | null, offset: number): number | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const words = element?.closest<HTMLElement>("[data-block]");
  if (node === null || element === null || element === undefined) return null;
  if (words === null || words === undefined) {
    const inBlock = element.closest(".block");
    const beside = inBlock?.querySelector<HTMLElement>("[data-block]");
    const found = beside == null ? undefined : blocks[Number(beside.dataset["block"])];
    // In the margin, or behind the words: their end.
    if (found !== undefined) return node === inBlock && offset === 0 ? found.start : found.end;
    // Between blocks: three clicks select up to there.
    return element.classList.contains("coded-text") ? (blocks[offset]?.start ?? blocks[blocks.length - 1]?.end ?? null) : null;
  }
  const block = blocks[Number(words.dataset["block"])];
  if (block === undefined) return null;
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return placeInBlock(block, range.toString().length);
}

/** The point of the page for a place of the text. @param end the end of a selection stays in the block before it */
function pointOf(root: HTMLElement, blocks: readonly Block[], place: number, end: boolean): [Node, number] | null {
  const at = blockAt(blocks, end && place > 0 ? place - 1 : place);
  const block = blocks[at];
  const words = root.querySelector<HTMLElement>(`[data-block="${at}"]`);
  if (block === undefined || words === null) return null;
  let units = unitsInBlock(block, place);
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (units < node.length || (end && units === node.length)) return [node, units];
    units -= node.length;
    last = node;
  }
  return last === null ? [words, 0] : [last, last.length];
}

function selectInPage(root: HTMLElement, blocks: readonly Block[], { start, end }: Selected): Range | null {
  const from = pointOf(root, blocks, start, false);
  const to = start === end ? from : pointOf(root, blocks, end, true);
  const selection = document.getSelection();
  if (from === null || to === null || selection === null) return null;
  selection.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  const range = document.createRange();
  range.setStart(from[0], from[1]);
  range.setEnd(to[0], to[1]);
  return range;
}

/** What is selected in the text, without blanks at its ends; a caret has no length. */
function selectionIn(root: HTMLElement, blocks: readonly Block[]): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return null;
  const anchor = placeOf(blocks, selection.anchorNode, selection.anchorOffset);
  const focus = placeOf(blocks, selection.focusNode, selection.focusOffset);
  if (anchor === null) return null;
  if (focus === null) {
    // Three clicks on the last paragraph end behind the text.
    const last = blocks[blocks.length - 1];
    const after = selection.focusNode !== null && (root.compareDocumentPosition(selection.focusNode) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return last !== undefined && after ? { start: anchor, end: last.end } : null;
  }
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

export function TextView({ state, codes, narrowed, toSearch, toCoding }: { state: CodingState; codes: Map<string, Code>; narrowed: Set<string> | null; toSearch: () => void; toCoding: () => void }) {
  const root = useRef<HTMLDivElement>(null);
  const { blocks, here, desk } = state;
  const visible = useMemo(() => drawingOrder((here?.hash === state.hash ? here.codings : []).filter((coding) => coding.where !== "lost" && (narrowed === null || narrowed.has(coding.code)))), [here, state.hash, narrowed]);
  const ofBlocks = useMemo(() => codingsOfBlocks(blocks, visible), [blocks, visible]);
  const coders = useMemo(() => new Set(visible.map((coding) => coding.coder)).size > 1, [visible]);
  const keys = useMemo(() => keysOfCodes(desk?.codes ?? []), [desk?.codes]);
  const reached = useRef(state.selected);
  reached.current = state.selected;
  // What the page shows now is ahead of what it has told so far: a selection made in this moment is kept.
  const drawn = useRef(blocks);
  if (drawn.current === blocks && root.current !== null && document.activeElement === root.current) reached.current = selectionIn(root.current, blocks) ?? reached.current;
  drawn.current = blocks;

  // Drawing the codings anew puts other pieces of text below the selection.
  useLayoutEffect(() => {
    if (root.current !== null && document.activeElement === root.current) selectInPage(root.current, blocks, reached.current);
  }, [ofBlocks]);

  useEffect(() => {
    const follow = (): void => {
      if (root.current === null || document.activeElement !== root.current) return;
      const next = selectionIn(root.current, blocks);
      if (next !== null && (next.start !== reached.current.start || next.end !== reached.current.end)) state.select(next);
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [blocks]);

  useEffect(() => {
    const place = state.shown;
    if (place === null || root.current === null || state.loaded < Math.min(place.end, state.length) || blocks.length === 0) return;
    root.current.querySelector(`[data-block="${blockAt(blocks, place.start)}"]`)?.scrollIntoView({ block: "center" });
    root.current.focus({ preventScroll: true });
    selectInPage(root.current, blocks, place);
    state.select(place);
  }, [state.shown, state.loaded >= (state.shown?.end ?? 0), blocks.length > 0]);

  const own = (place: Selected): Coding[] =>
    visible
      .filter((coding) => coding.coder === state.who && coding.start <= place.start && coding.end >= Math.max(place.end, place.start + 1))
      .sort((a, b) => a.end - a.start - (b.end - b.start));

  const key = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyZ") {
      event.preventDefault();
      void (event.shiftKey ? state.redo() : state.undo());
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyY") {
      event.preventDefault();
      void state.redo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const take = (): void => event.preventDefault();
    if (event.key === "/" || event.code === "Slash") {
      take();
      toSearch();
    } else if (event.key === "." || event.code === "Period") {
      take();
      const block = blocks[blockAt(blocks, state.selected.start)];
      const sentence = block === undefined ? null : sentenceAround(block, state.selected.start);
      if (sentence !== null && root.current !== null) {
        selectInPage(root.current, blocks, sentence);
        state.select(sentence);
      }
    } else if (event.key === "Enter") {
      take();
      const coding = own(state.selected)[0] ?? visible.find((one) => one.start <= state.selected.start && one.end > state.selected.start);
      if (coding !== undefined) {
        state.activate(coding.key);
        toCoding();
      }
    } else if (event.key === "Delete" || event.key === "Backspace") {
      take();
      const coding = own(state.selected).find((one) => one.key === state.active) ?? own(state.selected)[0];
      if (coding !== undefined) void state.remove(coding);
    } else {
      const pressed = pressedKey(event);
      const code = pressed === null ? undefined : desk?.codes.find((one) => keys.get(one.key) === pressed);
      if (code !== undefined) {
        take();
        // The selection as it is now: that a moment ago it changed, the page may not know yet.
        void state.apply(code, (root.current === null ? null : selectionIn(root.current, blocks)) ?? undefined);
      }
    }
  };
  const pick = (coding: Coding): void => {
    state.show({ start: coding.start, end: coding.end }, coding.key);
  };
  return (
    <div
      ref={root}
      class="coded-text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={say("serve_coding.text_of", { doc: state.doc ?? "" })}
      aria-describedby="coding-keys"
      lang={state.language === "und" ? undefined : state.language || undefined}
      contentEditable
      spellcheck={false}
      tabIndex={0}
      onBeforeInput={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={key}
    >
      {blocks.map((block, number) => (
        <BlockView key={block.start} block={block} number={number} codings={ofBlocks[number] ?? []} codes={codes} coders={coders} active={activeIn(ofBlocks[number], state.active)} pick={pick} />
      ))}
    </div>
  );
}

/** So that only the blocks of the coding that is looked at are drawn anew. */
function activeIn(codings: readonly Coding[] | undefined, active: string | null): string | null {
  return active !== null && codings?.some((coding) => coding.key === active) === true ? active : null;
}
