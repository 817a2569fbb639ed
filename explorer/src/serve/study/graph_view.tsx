/** The graph of a study in three columns, with the lines between them. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { local, say } from "../words.ts";
import type { Freshness, Overview, Part, Run } from "./study_data.ts";
import { edges, nameOf, related, type Node } from "./study_graph.ts";

interface Card extends Node {
  title: string;
  detail: string;
  state: Freshness | "running" | "waiting" | "present" | "shipped";
}

interface Line {
  key: string;
  path: string;
  on: boolean;
}

function stateOf(kind: string, id: string, parts: readonly Part[], run: Run | null): Card["state"] {
  if (kind === "analysis" && run?.phase === "running") {
    if (run.analysis === id) return "running";
    return run.finished.includes(id) ? "fresh" : "waiting";
  }
  return parts.find((part) => part.kind === kind && part.id === id)?.state ?? "not run";
}

function columns(study: Overview, parts: readonly Part[], run: Run | null): { title: string; cards: Card[] }[] {
  const ofData = (state: string | undefined): Card["state"] => (state === "missing" ? "missing" : state === "raw" || state === undefined ? "present" : "shipped");
  return [
    { title: say("serve.data"), cards: (study.data ?? []).map((one) => ({ kind: "data", id: one.key, title: one.key, detail: one.role, state: ofData(one.state) })) },
    { title: say("serve.analyses"), cards: (study.analyses ?? []).map((one) => ({ kind: "analysis", id: one.id, title: local(one.title) || one.id, detail: one.method, state: stateOf("analysis", one.id, parts, run) })) },
    { title: say("serve.propositions"), cards: (study.propositions ?? []).map((one) => ({ kind: "proposition", id: one.id, title: `${one.id}. ${local(one.text)}`, detail: say("serve.tests", { n: one.tests.length }), state: stateOf("proposition", one.id, parts, run) })) },
  ];
}

export function GraphView({ study, parts, run, chosen, choose }: { study: Overview; parts: readonly Part[]; run: Run | null; chosen: Node | null; choose: (node: Node) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<Line[]>([]);
  const pairs = edges(study);
  const name = chosen === null ? null : nameOf(chosen);
  const on = name === null ? null : related(pairs, name);
  useLayoutEffect(() => {
    const draw = (): void => {
      const place = box.current;
      if (place === null) return;
      const origin = place.getBoundingClientRect();
      const at = (node: string): DOMRect | undefined => place.querySelector(`[data-node="${CSS.escape(node)}"]`)?.getBoundingClientRect();
      const drawn: Line[] = [];
      for (const [from, to] of pairs) {
        const a = at(from);
        const b = at(to);
        // On a narrow page the columns stand below one another, and lines would cross the cards.
        if (a === undefined || b === undefined || b.left <= a.right) continue;
        const [x1, y1, x2, y2] = [a.right - origin.left, a.top + a.height / 2 - origin.top, b.left - origin.left, b.top + b.height / 2 - origin.top];
        const middle = (x1 + x2) / 2;
        drawn.push({ key: `${from} ${to}`, path: `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`, on: on !== null && on.has(from) && on.has(to) });
      }
      setLines(drawn);
    };
    draw();
    const watch = new ResizeObserver(draw);
    if (box.current !== null) watch.observe(box.current);
    return () => watch.disconnect();
  }, [JSON.stringify(pairs), name]);
  return (
    <div class={on === null ? "graph" : "graph chosen"} ref={box}>
      <svg aria-hidden="true">
        {lines.map((line) => (
          <path key={line.key} d={line.path} class={line.on ? "on" : ""} />
        ))}
      </svg>
      {columns(study, parts, run).map((column) => (
        <section key={column.title}>
          <h2>{column.title}</h2>
          <ul>
            {column.cards.map((card) => (
              <li key={card.id}>
                <button type="button" data-node={nameOf(card)} class={`card ${on !== null && on.has(nameOf(card)) ? "on" : ""}`} aria-pressed={name === nameOf(card)} onClick={() => choose({ kind: card.kind, id: card.id })}>
                  <span class="card-title">{card.title}</span>
                  <span class="quiet">{card.detail}</span>
                  <span class={`state ${card.state.replace(" ", "-")}`}>{say(`serve.state_${card.state.replace(" ", "_")}`)}</span>
                </button>
              </li>
            ))}
          </ul>
          {column.title === say("serve.propositions") && (
            <p>
              <button type="button" onClick={() => choose({ kind: "proposition", id: "" })}>
                {say("serve.new_proposition")}
              </button>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
