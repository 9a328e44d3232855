/** Plain lists: lines, hosts files, CSV. @module */
import { indicatorTarget } from "../indicators.ts";
import type { Parts } from "../mutate.ts";
import type { Target } from "../target.ts";

const utf8 = new TextEncoder();
const lines = `# dominios
a.example
*.b[.]example
hxxps://c[.]example:8080/ruta?x=1#y
0.0.0.0 d.example
10.0.0.1
2001:db8::/32
x[at]e.example
/private/var/tmp/x
${"ab".repeat(32)}
"f.example",
é.example # nota
76DAB334-7E17-475D-A5D6-0794EB5818A5
`;
const csv = `type,indicator,app\ndomain,a.example,"Uno, ""dos"""\nip,10.0.0.1,\nsha256,${"cd".repeat(32)},x\n`;
const seeds: readonly Parts[] = [
  [utf8.encode(lines)],
  [utf8.encode(`\ufeff${lines.replaceAll("\n", "\r\n")}`)],
  [utf8.encode(csv)],
];
const tokens = [
  "\n",
  ",",
  '"',
  '""',
  "hxxp://",
  "[.]",
  "::",
  "/33",
  "xn--",
  "*",
  "..",
  "@",
  "# ",
  "\\.",
  "\u202e",
  "%2e",
  "a.".repeat(40),
].map((t) => utf8.encode(t));

const long = 60_000;
const many = (n: number, f: (i: number) => string) =>
  async function* (): AsyncIterable<Uint8Array> {
    for (let i = 0; i < n; i += 1000)
      yield utf8.encode(Array.from({ length: 1000 }, (_, k) => `${f(i + k)}\n`).join(""));
  };

export const target: Target = indicatorTarget(
  "domains.txt",
  { seeds, tokens },
  {
    "a line that never ends": async function* () {
      for (let i = 0; i < 2000; i++) yield utf8.encode("a.".repeat(32_768));
    },
    "no end of a line, no end of lines": () => "\n".repeat(5_000_000),
    "names of dots": () => `${"a.".repeat(long)}\n`.repeat(20),
    "names of hyphens": () => `${"a-".repeat(long)}.example\n`.repeat(20),
    "marks in every place": () =>
      `${"[.]".repeat(long / 3)}\n${"[:]".repeat(long / 3)}\n${"[at]".repeat(long / 4)}\n`.repeat(10),
    "blanks before marks": () => `${" ".repeat(long)}[.]x\n`.repeat(20),
    "fields without end": () => `type,indicator\n${`"",`.repeat(long)}\n`.repeat(20),
    "a quote in every field": () => `"${'""'.repeat(long)}\n`.repeat(20),
    "links with everything": () =>
      `https://${"u:p@".repeat(10_000)}a.example/${"%2e%2e/".repeat(3000)}?${"#".repeat(1000)}\n`.repeat(20),
    "addresses of colons": () => `${"1:".repeat(long / 2)}\n${":".repeat(long)}\n${"1.".repeat(long / 2)}\n`.repeat(20),
    "200,000 names": many(200_000, (i) => `a${i}.example`),
    "wide characters": () => `${"é".repeat(long / 2)}.example\n${"\u0301".repeat(long / 2)}.example\n`.repeat(20),
  },
);
