import type { Drawing } from "./drawing.ts";
import type { Figure, FigureData, FigureOf, Kind } from "./figure_data.ts";
import type { Messages } from "./messages.ts";

/** A list beneath the figure, from which the reader chooses what else, or which part, is drawn. */
export interface Choice {
  /** Key of the message that stands before the list. */
  label: string;
  /** The empty value stands for nothing chosen. */
  values: readonly string[];
  first: string;
  /** A value in words. */
  name(messages: Messages, value: string): string;
}

/** A figure's place in the page, as far as the page's behaviour around it needs it. */
export interface Place<K extends Kind> {
  readonly figure: FigureOf<K>;
  /** Holds the picture and nothing else. */
  readonly ground: HTMLElement;
  /** Called after each drawing. */
  drawn: () => void;
}

/** A part of the page that speaks the language chosen. */
export interface Speaker {
  speak(messages: Messages): void;
}

/** All that is to be known of a kind of figure. */
export interface FigureKind<K extends Kind> {
  /**
   * Draws a figure; the same code runs in the report and in the program that writes SVG files.
   * @param chosen of the values of `choice`; null for what is shown first
   */
  picture(drawing: Drawing, figure: FigureOf<K>, chosen: string | null): SVGSVGElement;
  /** What the data surely say, in a line that becomes the title; empty where they say nothing surely. */
  finding?(figure: FigureOf<K>, data: FigureData, messages: Messages): string;
  choice?(figure: FigureOf<K>, data: FigureData): Choice;
  /** Puts into the page what the figure has around it beside the choice: filters, details. */
  page?(place: Place<K>, data: FigureData, messages: Messages): Speaker;
}

export type FigureKinds = { readonly [K in Kind]: FigureKind<K> };

export function kindOf<K extends Kind>(kinds: FigureKinds, figure: FigureOf<K>): FigureKind<K> {
  return kinds[figure.kind];
}

/** Draws a figure as it is shown first. */
export function picture(kinds: FigureKinds, drawing: Drawing, figure: Figure): SVGSVGElement {
  return kindOf(kinds, figure).picture(drawing, figure, null);
}
