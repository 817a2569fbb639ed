/** What lies packed in the file (src/report/packed_script.cpp): gzip as base64 in a script element that no browser runs. */

export function canUnpack(): boolean {
  return "DecompressionStream" in window;
}

/** The content of the pack of this name; an empty text where the file has none. */
export async function unpacked(name: string): Promise<string> {
  const element = document.getElementById(`pack-${name}`);
  if (!element?.textContent) return "";
  const digits = atob(element.textContent);
  const bytes = new Uint8Array(digits.length);
  for (let i = 0; i < digits.length; ++i) bytes[i] = digits.charCodeAt(i);
  element.textContent = "";
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
