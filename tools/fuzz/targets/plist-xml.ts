/** XML property lists, in UTF-8 and UTF-16. @module */
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import { Real, xmlPlist } from "../../../samples/lib/plist.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";
import { countValues } from "../walk.ts";

const utf8 = new TextEncoder();

const plist = xmlPlist({
  "Device Name": "iPhone de Lucía & <otros>",
  "Installed Applications": ["example.uno", "example.dos"],
  "Last Backup Date": new Date("2024-05-06T07:08:09Z"),
  nested: [[1, -2, 3n << 60n], { deep: { deeper: [true, false, new Real(1e300)] } }],
  data: Uint8Array.from({ length: 50 }, (_, i) => i * 5),
  empty: {},
});
const hand = utf8.encode(`<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b"><!-- > -->]><plist>
<dict><!-- a comment --><key>k&#x61;</key><string><![CDATA[<raw>&]]>&lt;&a;&#128512;</string>
<key>n</key><integer>0xFF</integer><key>r</key><real>-1.5e3</real><key>d</key><data> AA EC\nAw== </data>
<key>e</key><array/><key>s</key><string/></dict></plist>`);
const wide = (b: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(`\ufeff${new TextDecoder().decode(b)}`, "utf16le"));

const seeds: readonly Parts[] = [[plist], [hand], [plist], [hand], [wide(hand)]];
const words =
  "<dict> </dict> <array> </array> <key> </key> <string> </string> <integer> <real> <date> <data> <true/> <plist> </plist> <!-- --> <![CDATA[ ]]> <!DOCTYPE <? ?> &amp; &#0; &#x110000; &x; ]> \" ' [ <";
const tokens = words.split(" ").map((w) => utf8.encode(w));

const own = (n: number): Uint8Array => {
  const keys = Buffer.alloc(20 * n);
  for (let i = 0; i < n; i++) keys.write(`<key>${i.toString(36).padStart(9, "k")}</key>`, 20 * i);
  return new Uint8Array(Buffer.concat([Buffer.from("<plist><dict>"), keys]));
};
const many = (one: string, n: number, before = "<plist><array>", after = "</array></plist>"): Uint8Array =>
  utf8.encode(before + one.repeat(n) + after);

const bombs: Readonly<Record<string, Bomb>> = {
  "a million dates": () => [many("<date>2024-05-06T07:08:09Z</date>", 1_100_000)],
  "a million short texts of two bytes a character": () => [many("<string>ñandú Ω</string>", 1_100_000)],
  "a million lists of nothing": () => [many("<array><true/></array>", 600_000)],
  "a million dictionaries of one": () => [many("<dict><key>k</key><true/></dict>", 600_000)],
  "a million small pieces of data": () => [many("<data>AAECAwQFBgcICQ==</data>", 1_100_000)],
  "entities without end": () => [many("&#x3a9;", 8_000_000, "<plist><string>", "</string></plist>")],
  "a text in ten million pieces": () => [many("<![CDATA[Ω]]>", 4_000_000, "<plist><string>", "</string></plist>")],
  "keys without values": () => [many("<key>k</key>", 5_000_000, "<plist><dict>", "</dict></plist>")],
  "keys of their own without values": () => [own(3_000_000)],
  "a DOCTYPE that never ends": () => [many("<!-- x --> '>' [", 3_000_000, "<!DOCTYPE plist ", "")],
  "tags that never end": () => [many("<dict ", 10_000_000, "<plist>", "")],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const value = parsePlist(bytes!, tally.report);
    if (value !== undefined) tally.values += countValues(value);
  },
  bombs,
};
