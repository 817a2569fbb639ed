/**
 * An SVG as a file of its own: name space, white ground, colours instead of the page's variables.
 * @param metadata  an element `<metadata>`, or nothing
 */
export function svgFile(markup: string, width: number, height: number, metadata = ""): string {
  const fixed = markup
    // Other programs know no CSS variables: the fallback is the printed colour.
    .replace(/var\(--[a-z0-9-]+,\s*(#[0-9a-f]+)\)/g, "$1")
    .replace(/\bcurrentColor\b/g, "#1d1d1b");
  const head = /\sxmlns=/.test(fixed.slice(0, fixed.indexOf(">"))) ? fixed : fixed.replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"');
  const ground = `<rect x="0" y="0" width="${width}" height="${height}" fill="#fff"/>`;
  const open = head.indexOf(">", head.indexOf("<svg")) + 1;
  const afterTexts = Math.max(open, head.indexOf("</desc>") < 0 ? open : head.indexOf("</desc>") + "</desc>".length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head.slice(0, afterTexts)}${metadata}${ground}${head.slice(afterTexts)}\n`;
}
