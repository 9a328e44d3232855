/** Keyed archives: every class that is known, one that is not. @module */
import { unarchive } from "@contraluz/formats/keyed-archive/index.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import { archive, cls, map, uid } from "../../../packages/formats/src/keyed-archive/archive.fixture.ts";
import type { Source } from "../../../packages/formats/src/plist/plist.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import { type Packed, packedPlist } from "../packed-plist.ts";
import type { Bomb, Target } from "../target.ts";
import { countValues } from "../walk.ts";

const list = (...uids: readonly number[]): Source => uids.map(uid);

const everything: readonly Source[] = [
  map({ $class: uid(2), "NS.keys": list(3, 4, 5), "NS.objects": list(6, 8, 10) }),
  cls("NSMutableDictionary", "NSDictionary", "NSObject"),
  "lista",
  "fecha",
  "liga",
  map({ $class: uid(7), "NS.objects": list(3, 8, 12, 14, 16, 18) }),
  cls("NSArray", "NSObject"),
  map({ $class: uid(9), "NS.time": { real: 700_000_000.5 } }),
  cls("NSDate", "NSObject"),
  map({ $class: uid(11), "NS.base": uid(20), "NS.relative": uid(3) }),
  cls("NSURL", "NSObject"),
  map({ $class: uid(13), "NS.data": Uint8Array.from({ length: 20 }, (_, i) => i) }),
  cls("NSMutableData", "NSData", "NSObject"),
  map({ $class: uid(15), "NS.uuidbytes": Uint8Array.from({ length: 16 }, (_, i) => i) }),
  cls("NSUUID", "NSObject"),
  map({ $class: uid(17), "NS.bytes": new TextEncoder().encode("ñandú") }),
  cls("NSMutableString", "NSString", "NSObject"),
  map({ $class: uid(19), title: uid(4), inner: uid(6), n: 5 }),
  cls("LPLinkMetadata", "NSObject"),
  map({ $class: uid(11), "NS.base": uid(0), "NS.relative": uid(21) }),
  "https://a.example/b/c?d#e",
];

const root = map({ root: uid(1) });
const seeds: readonly Parts[] = [
  [archive(everything)],
  [archive(everything, root, { offsetSize: 4, refSize: 2 })],
  [archive([map({ $class: uid(2), "NS.object.0": uid(3), "NS.object.1": uid(1) }), cls("NSSet"), "x"])],
];

const MANY = 900_000;
type Fields = { readonly [k: string]: Packed };

/** An archive whose object 1 refers over and over to object 3, which is of class `name` (object 4). */
function repeated(name: string, object: Fields, kind: "list" | "keys", more: readonly Packed[] = []): Parts {
  const of = (fields: Fields): Packed => new Map(Object.entries(fields));
  const uids = new Array<Packed>(kind === "list" ? MANY : MANY / 2).fill({ uid: 3 });
  const top: Fields = kind === "list" ? { "NS.objects": uids } : { "NS.keys": uids, "NS.objects": uids };
  const objects: readonly Packed[] = [
    "$null",
    of({ ...top, $class: { uid: 2 } }),
    of({ $classname: kind === "list" ? "NSArray" : "NSDictionary" }),
    of({ ...object, $class: { uid: 4 } }),
    of({ $classname: name }),
    ...more,
  ];
  return [packedPlist(of({ $top: of({ root: { uid: 1 } }), $objects: objects }))];
}

const bombs: Readonly<Record<string, Bomb>> = {
  "one UUID in a list, over and over": () =>
    repeated("NSUUID", { "NS.uuidbytes": new Uint8Array(16).fill(0xab) }, "list"),
  "one date in a list, over and over": () => repeated("NSDate", { "NS.time": 700_000_000 }, "list"),
  "one long URL in a list, over and over": () =>
    repeated("NSURL", { "NS.base": { uid: 5 }, "NS.relative": { uid: 6 } }, "list", [
      `https://a.example/${"x/".repeat(16_000)}`,
      `${"y/".repeat(16_000)}..`,
    ]),
  "one object of many fields in a list, over and over": () =>
    repeated("Odd", Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, i])), "list"),
  "keys that are data": () => repeated("NSData", { "NS.data": new Uint8Array(4096).fill(0xee) }, "keys"),
  "keys that are dates": () => repeated("NSDate", { "NS.time": 700_000_000 }, "keys"),
};

export const target: Target = {
  make: (dice) => mutate({ seeds, paged: true }, dice),
  drive([bytes], tally) {
    const plist = parsePlist(bytes!, tally.report);
    if (plist !== undefined) tally.values += countValues(unarchive(plist, tally.report));
  },
  bombs,
  exploded: ["one UUID in a list, over and over"],
};
