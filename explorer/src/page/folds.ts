import type { Language } from "../figure/figure_data.ts";
import { speakNumbers } from "./numbers.ts";
import { unpacked } from "./packs.ts";
import { partsOf } from "./row_blocks.ts";

/** Told by the element into which a part has come. */
export const unfoldedEvent = "unfolded";
/** Told to the place of a part that is wanted at once. */
export const wantedEvent = "wanted";

/**
 * Most rows of a large report lie packed in the file. In their places stand elements of the class `folded`; a part is put into
 * the page when its place comes near, when an entry around it is opened, when a link leads into it, and before printing.
 */
export class Folds {
  private readonly packs = new Map<string, string[]>();
  private readonly unpacking = new Map<string, Promise<string[]>>();
  private readonly observer: IntersectionObserver;
  private openedForPrint: HTMLDetailsElement[] = [];

  constructor() {
    this.observer = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) void this.open(target as HTMLElement);
    }, { rootMargin: "800px 0px" });
    for (const place of this.places()) this.observer.observe(place);
    document.addEventListener(wantedEvent, (event) => void this.open(event.target as HTMLElement));
    // Printing waits for nothing: what is to be printed has to lie unpacked by then.
    addEventListener("beforeprint", () => {
      this.putAll();
      // Entries that carry meaning, which nobody can open on paper, are printed too, and closed again afterwards.
      this.openedForPrint = Array.from(document.querySelectorAll<HTMLDetailsElement>("details.printed:not([open])"));
      for (const entry of this.openedForPrint) entry.open = true;
      this.putAll();
    });
    addEventListener("afterprint", () => {
      for (const entry of this.openedForPrint.splice(0)) entry.open = false;
    });
    const soon = window.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 500));
    soon(() => void this.parts("page"));
  }

  /** The parts of a pack as markup, when they have been unpacked. */
  known(pack: string): readonly string[] | undefined {
    return this.packs.get(pack);
  }

  parts(pack: string): Promise<readonly string[]> {
    let parts = this.unpacking.get(pack);
    if (!parts) {
      parts = unpacked(pack).then((text) => {
        const written = partsOf(text);
        this.packs.set(pack, written);
        return written;
      });
      this.unpacking.set(pack, parts);
    }
    return parts;
  }

  /** The element of this id, put into the page if it lies packed. */
  async element(id: string): Promise<HTMLElement | null> {
    const there = document.getElementById(id);
    if (there || id === "") return there;
    const names = [...new Set(this.places().map((place) => place.dataset.pack!))].sort();
    for (const pack of id.startsWith("claim-") ? names : names.reverse()) {
      const number = (await this.parts(pack)).findIndex((part) => part.includes(` id="${id}"`));
      const place = this.places().find((each) => each.dataset.pack === pack && each.dataset.part === String(number));
      if (!place) continue;
      this.put(place);
      return document.getElementById(id);
    }
    return null;
  }

  private places(): HTMLElement[] {
    return Array.from(document.querySelectorAll<HTMLElement>(".folded"));
  }

  /** What lies packed, but for entries that are closed. */
  private putAll(): void {
    for (const place of this.places()) if (!place.closest("details:not([open])")) this.put(place);
  }

  private async open(place: HTMLElement): Promise<void> {
    await this.parts(place.dataset.pack!);
    this.put(place);
  }

  private put(place: HTMLElement): void {
    const markup = this.packs.get(place.dataset.pack!)?.[Number(place.dataset.part)];
    const parent = place.parentElement;
    if (markup === undefined || !parent) return;
    this.observer.unobserve(place);
    const range = document.createRange();
    range.selectNodeContents(parent); // rows become rows only inside of a table
    const part = range.createContextualFragment(markup);
    speakNumbers(part, document.documentElement.lang as Language);
    part.querySelector(".reading")?.classList.add("again"); // an earlier chapter has it: paper need not
    place.replaceWith(part);
    parent.dispatchEvent(new Event(unfoldedEvent, { bubbles: true }));
  }
}
