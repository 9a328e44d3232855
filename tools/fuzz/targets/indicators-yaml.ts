/** Lists of stalkerware in YAML. @module */
import { indicatorTarget } from "../indicators.ts";
import type { Parts } from "../mutate.ts";
import type { Target } from "../target.ts";

const utf8 = new TextEncoder();
const list = `# lista
---
- name: VigilaCasa
  names:
  - VigilaCasa
  - 'Vigila: Casa'
  type: stalkerware
  packages:
  - com.vigila   # por qué
  - "com.vigila.dos"
  certificates:
  - 31A6ECECD97CF39BC4126B8745CD94A7C30BF81C
  websites: [vigila.example, "dos.example"]
  distribution:
    - https://baja.example/x
  c2:
    domains:
    - c2.vigila.example
    ips:
      - 203.0.113.9
    ip: 203.0.113.10
- name: Dos
  type: watchware
  packages: []
`;
const seeds: readonly Parts[] = [[utf8.encode(list)], [utf8.encode(list.replaceAll("\n", "\r\n"))]];
const tokens = [
  "- name: x\n",
  "  packages:\n",
  "  - ",
  ": ",
  "\n",
  "[",
  "]",
  "{a: b}",
  "'",
  '"',
  "#",
  "\t",
  "&a",
  "*a",
  "|",
  ">",
  "---\n",
  "? ",
  "!!binary",
  "__proto__: ",
].map((t) => utf8.encode(t));
const family = (n: number, more: string): string => `- name: f${n}\n  type: stalkerware\n  packages:\n${more}`;

export const target: Target = indicatorTarget(
  "ioc.yaml",
  { seeds, tokens },
  {
    "one family of many packages": () =>
      family(1, Array.from({ length: 150_000 }, (_, i) => `  - com.a${i}.b\n`).join("")),
    "many families": () => Array.from({ length: 60_000 }, (_, i) => family(i, `  - com.a${i}.b\n`)).join(""),
    "a list on one line": () => `- name: x\n  packages: [${"com.a.b, ".repeat(400_000)}]\n`,
    "quotes that never close": () => `- name: x\n  packages:\n${"  - 'a''\n".repeat(300_000)}`,
    "one key over and over": () => `- name: x\n${"  packages: com.a.b\n".repeat(200_000)}`,
    "one line that never ends": () => `- name: ${"x".repeat(4_000_000)}`,
    "brackets in brackets": () => `- name: x\n  packages: ${"[".repeat(2_000_000)}`,
    "comments and blanks": () => `- name: x\n${"   #\n\t\n".repeat(500_000)}`,
  },
);
