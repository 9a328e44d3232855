/** Lines of a terminal as a picture whose text stays text. @module */

/** What our SGR codes look like on the light table (design, section 3). */
const STYLES: Readonly<Record<string, string>> = {
  "1": "font-weight:700;fill:#FFFFFF",
  "33": "fill:#FFD27A",
  "1;33": "font-weight:700;fill:#EFC07A",
  "1;35": "font-weight:700;fill:#FF9FB6",
  "1;36": "font-weight:700;fill:#AEBFFF",
};
const CHAR = 8.43;
const LINE = 20;
const PAD = 24;
const COLUMNS = 80;

const escape_ = (s: string): string => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line: runs of one style each. Spaces are kept by not breaking. */
function spans(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: SGR of our own
  const parts = line.split(/\u001b\[([0-9;]*)m/);
  let style = "";
  let out = "";
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) {
      style = STYLES[part] ?? "";
      continue;
    }
    if (part === "") continue;
    const text = escape_(part).replaceAll(" ", "\u00a0");
    out += style === "" ? text : `<tspan style="${style}">${text}</tspan>`;
  }
  return out;
}

/**
 * A picture of these lines, with SGR sequences or without.
 * @example terminalSvg(["$ ls", "\u001b[1mreport.html\u001b[0m"], "a terminal");
 */
export function terminalSvg(lines: readonly string[], title: string): string {
  const width = Math.round(COLUMNS * CHAR + 2 * PAD);
  const height = lines.length * LINE + 2 * PAD;
  const texts = lines.map((l, i) => `<text x="${PAD}" y="${PAD + 14 + i * LINE}">${spans(l)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape_(title)}">
<rect width="${width}" height="${height}" rx="6" fill="#141A2A"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,&quot;DejaVu Sans Mono&quot;,monospace" font-size="14" fill="#F3EFE4">
${texts.join("\n")}
</g>
</svg>
`;
}
