/** From a STIX pattern to signs that one value on a device can meet. @module */
import type { ObservableType } from "@contraluz/core";
import { type Alternative, alternatives, parsePattern, type StixComparison } from "@contraluz/formats/stix/index.ts";

export interface Sign {
  readonly type: ObservableType;
  readonly value: string;
  /** The pattern asks for more than a device shows (a port, what a name resolves to): a lead at most. */
  readonly common?: true;
  /** What the same record must show beside it. */
  readonly also?: readonly Sign[];
}

/** Signs, and for each part that cannot be compared why. */
export interface PatternSigns {
  readonly signs: readonly Sign[];
  readonly unsupported: readonly string[];
}

/** Property paths as `object:a.b`, lower case, to types. `#` stands for any hash name. */
const PATHS: Readonly<Record<string, ObservableType>> = {
  "domain-name:value": "domain",
  "hostname:value": "domain",
  "ipv4-addr:value": "ip",
  "ipv6-addr:value": "ip",
  "url:value": "url",
  "email-addr:value": "email",
  "email-message:from_ref.value": "email",
  "email-message:sender_ref.value": "email",
  "phone-number:value": "phone",
  "process:name": "process",
  "process:binary_ref.name": "process",
  "process:image_ref.name": "process",
  "file:name": "file-name",
  "file:path": "file-path",
  "file:parent_directory_ref.path": "file-path",
  "directory:path": "file-path",
  "file:hashes.#": "hash",
  "app:id": "app-id",
  "app:cert.#": "certificate",
  "x509-certificate:hashes.#": "certificate",
  "android-property:name": "property",
  "configuration-profile:id": "profile-id",
};

/** Digits of a hash by its name, dashes left out. Fuzzy hashes (SSDEEP, TLSH) cannot be compared for equality. */
const HASHES: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64, sha384: 96, sha512: 128 };

interface Meaning {
  readonly type: ObservableType;
  readonly digits?: number;
}

function meaning(c: StixComparison): Meaning | undefined {
  const object = c.object.toLowerCase();
  const path = c.path.map((p) => p.toLowerCase());
  const at = `${object}:${path.join(".")}`;
  const known = Object.hasOwn(PATHS, at) ? PATHS[at] : undefined;
  if (known) return { type: known };
  if (path.length === 2 && (path[0] === "hashes" || path[0] === "cert")) {
    const type = PATHS[`${object}:${path[0]}.#`];
    const name = path[1]!.replace(/[-_]/g, "");
    if (type && Object.hasOwn(HASHES, name)) return { type, digits: HASHES[name]! };
  }
  // network-traffic:dst_ref.value and its like
  if (object === "network-traffic" && path.length === 2 && path[0]!.endsWith("_ref") && path[1] === "value")
    return { type: "domain" };
  return undefined;
}

/** One equality and nothing else: what nearly every published pattern is. */
const SIMPLE = /^\s*\[\s*([a-z0-9-]+):([\w-]+(?:\.(?:[\w-]+|'[\w-]+'))*)\s*=\s*'([^'\\]*)'\s*\]\s*$/;

const meanings = new Map<string, Meaning | undefined>();

/** The meaning of a path as written, remembered: sets have few different ones. */
function meaningOf(object: string, path: string): Meaning | undefined {
  const key = `${object}:${path}`;
  if (meanings.has(key)) return meanings.get(key);
  const m = meaning({
    kind: "comparison",
    object,
    path: path.split(".").map((p) => p.replace(/'/g, "")),
    op: "=",
    written: "=",
    values: [],
  });
  if (meanings.size < 200) meanings.set(key, m);
  return m;
}

/** `…_ref.type = 'ipv4-addr'` says nothing that the value beside it does not say. */
const isRefType = (c: StixComparison): boolean =>
  c.path.length === 2 && c.path[0]!.endsWith("_ref") && c.path[1] === "type";

const show = (c: StixComparison): string => `${c.object}:${c.path.join(".")} ${c.written}`.slice(0, 100);

function ofOne(c: StixComparison, out: Sign[], unsupported: Set<string>): void {
  const m = meaning(c);
  // A range that an address lies in is what a sign of a range means anyway.
  const range = c.written === "ISSUBSET" && m?.type === "ip";
  if (!m || (c.op === "unsupported" && !range)) {
    unsupported.add(show(c));
    return;
  }
  for (const value of c.values) {
    if (m.digits !== undefined && value.replace(/[:\s-]/g, "").length !== m.digits)
      unsupported.add(`${show(c)} of ${value.length} digits`);
    else out.push({ type: m.type, value });
  }
}

const pathOf = (c: StixComparison): string => `${c.object}:${c.path.join(".")}`.toLowerCase();

/** Properties that describe an object and that no record of a device bears. A list index is `*` or a number. */
const BESIDE =
  /^(?:domain-name:resolves_to_refs\.[^.]+\.(?:value|type)|network-traffic:(?:(?:src|dst)_port|protocols\.[^.]+)|email-message:(?:subject|is_multipart)|ipv[46]-addr:(?:belongs_to|resolves_to)_refs\..+)$/;
/** True for what a file with a known hash has by itself (size, type) or can be called by anybody. */
function isOfFile(c: StixComparison): boolean {
  const path = pathOf(c);
  if (path === "file:size" || path === "file:mime_type") return true;
  return c.op !== "unsupported" && (path === "file:name" || path === "file:parent_directory_ref.path");
}
/** Types whose sign says something even where the rest of the pattern cannot be seen. */
const ALONE: ReadonlySet<string> = new Set<ObservableType>(["domain", "ip", "url", "email"]);

/** Things that one record must show together, in one pattern. */
const MAX_JOINT = 20;

/** One equality as a sign; undefined for the rest. */
function oneSign(c: StixComparison): Sign | undefined {
  const m = c.op === "=" ? meaning(c) : undefined;
  const value = c.values[0]!;
  return !m || (m.digits !== undefined && value.length !== m.digits) ? undefined : { type: m.type, value };
}

/**
 * Different things that one record must show. Where the pattern asks for more that no device shows, one server or account
 * still says something, as a lead; several things do not.
 */
function together(cs: readonly StixComparison[]): Sign | undefined {
  const seen = cs.filter((c) => !BESIDE.test(pathOf(c)));
  if (seen.length === 0 || seen.length > MAX_JOINT) return undefined;
  const [first, ...also] = seen.map(oneSign);
  if (!first || also.some((s) => s === undefined)) return undefined;
  if (seen.length === cs.length) return { ...first, also: also as Sign[] };
  return also.length === 0 && ALONE.has(first.type) ? { ...first, common: true } : undefined;
}

/** Folder and name of one file object make a path; nothing else can be joined without seeing other records. */
function joined(cs: readonly StixComparison[]): Sign | undefined {
  if (cs.length !== 2 || cs.some((c) => c.op === "unsupported" || c.values.length !== 1)) return undefined;
  const name = cs.find((c) => c.object === "file" && c.path.join(".") === "name");
  const folder = cs.find((c) => c.object === "file" && /^(?:path|parent_directory_ref\.path)$/.test(c.path.join(".")));
  if (!name || !folder) return undefined;
  const path = folder.values[0]!.replace(/\/+$/, "");
  const own = folder.path[0] === "path" && path.endsWith(`/${name.values[0]}`);
  return { type: "file-path", value: own ? path : `${path}/${name.values[0]}` };
}

function ofAlternative(a: Alternative, out: Sign[], unsupported: Set<string>): void {
  const texts = new Set<string>();
  let cs = a.comparisons.filter((c) => !texts.has(JSON.stringify(c)) && texts.add(JSON.stringify(c)));
  if (cs.length > 1) cs = cs.filter((c) => !isRefType(c));
  if (cs.length === 1) {
    ofOne(cs[0]!, out, unsupported);
    return;
  }
  const path = a.oneEvent ? joined(cs) : undefined;
  if (path) {
    out.push(path);
    return;
  }
  // Hashes of one file, with or without its name: whoever meets a hash has that very content, whatever it is called.
  const hashes = cs.filter((c) => c.op === "=" && c.object === "file" && meaning(c)?.type === "hash");
  if (a.oneEvent && hashes.length > 0 && cs.every((c) => hashes.includes(c) || isOfFile(c))) {
    for (const c of hashes) ofOne(c, out, unsupported);
    return;
  }
  const joint = a.oneEvent ? together(cs) : undefined;
  if (joint) {
    out.push(joint);
    return;
  }
  unsupported.add(`AND of ${cs.map((c) => `${c.object}:${c.path.join(".")}`).join(", ")}`.slice(0, 200));
}

/**
 * The signs of a pattern: any one of them is a hit. A conjunction is a hit where one record shows all of it; across
 * events, or with anything but equality, it is left out and said, never widened. Two forms are common and mean less:
 * hashes of a file with its name, and a server with what no device shows of it, which is a lead at most.
 */
export function patternSigns(text: string): PatternSigns {
  const simple = SIMPLE.exec(text);
  if (simple) {
    const m = meaningOf(simple[1]!, simple[2]!);
    if (m && (m.digits === undefined || simple[3]!.length === m.digits))
      return { signs: [{ type: m.type, value: simple[3]! }], unsupported: [] };
  }
  const p = parsePattern(text);
  if (!("root" in p)) return { signs: [], unsupported: [`${p.expected} expected at character ${p.offset}`] };
  const list = alternatives(p.root);
  if (!list) return { signs: [], unsupported: ["too many alternatives"] };
  const signs: Sign[] = [];
  const unsupported = new Set<string>();
  for (const a of list) ofAlternative(a, signs, unsupported);
  return { signs, unsupported: [...unsupported] };
}
