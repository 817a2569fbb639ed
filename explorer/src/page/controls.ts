import type { Messages } from "../figure/messages.ts";

/** Small builders for the parts of the page that exist only with scripts. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** An element whose text follows the language switch. */
export function spoken<Name extends keyof HTMLElementTagNameMap>(name: Name, key: string, attributes: Record<string, string> = {}): HTMLElementTagNameMap[Name] {
  return make(name, { ...attributes, "data-message": key });
}

export function speak(root: ParentNode, messages: Messages): void {
  for (const element of Array.from(root.querySelectorAll<HTMLElement>("[data-message]"))) element.textContent = messages.say(element.dataset.message!);
  for (const element of Array.from(root.querySelectorAll<HTMLElement>("[data-label]"))) element.setAttribute("aria-label", messages.say(element.dataset.label!));
  for (const element of Array.from(root.querySelectorAll<HTMLElement>("[data-state]"))) element.textContent = messages.state(element.dataset.state!);
}

export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
