import { decompress } from "fzstd";

/** What lies packed in the file (src/report/packed_script.cpp): Zstandard in the digits of RFC 1924, a comma in place of "<". */
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";

/** Four bytes of each five digits. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; ++i) values[digits.charCodeAt(i)] = i;
  const length = Math.floor((text.length * 4) / 5);
  const bytes = new Uint8Array(length + 4);
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let group = 0;
    for (let i = at; i < at + 5; ++i) group = group * 85 + (i < text.length ? values[text.charCodeAt(i)]! : 84);
    bytes[to] = group >>> 24;
    bytes[to + 1] = group >>> 16;
    bytes[to + 2] = group >>> 8;
    bytes[to + 3] = group;
  }
  return bytes.slice(0, length);
}

/** The content of the pack of this name; an empty text where the file has none. */
export async function unpacked(name: string): Promise<string> {
  const element = document.getElementById(`pack-${name}`);
  if (!element?.textContent) return "";
  const bytes = bytesOf(element.textContent);
  element.textContent = "";
  return new TextDecoder().decode(decompress(bytes));
}
