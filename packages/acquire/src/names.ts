/** Names of the phone as names of files on this computer: never a path, never a name that a system keeps for itself. @module */

/** Names that Windows takes for devices, whatever follows the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MOST = 120;

/** One part of a path. `..` becomes `__`; letters, digits, `.`, `_`, `-` and `+` stay. */
export function localPart(name: string): string {
  const plain = name
    .replace(/[^A-Za-z0-9._+-]/g, "_")
    .slice(-MOST)
    .replace(/^\.+|\.+$/g, (dots) => "_".repeat(dots.length));
  if (plain === "") return "_";
  return DEVICES.test(plain) ? `_${plain}` : plain;
}

/** Parts of a path below a folder of ours; at most 16 of them. */
export function localPath(path: string): string {
  const parts = path.split("/").filter((p) => p !== "");
  return parts.slice(-16).map(localPart).join("/") || "_";
}

/**
 * Gives each name once, also where the system does not tell capitals apart: `a.apk`, `a_1.apk`. A name that is a folder of another
 * one, which no real phone has, lies flat: `logs/a` and `logs/a_b`.
 */
export function uniqueNames(): (name: string) => string {
  const files = new Set<string>();
  const folders = new Set<string>();
  const above = (name: string): string[] =>
    name.split("/").flatMap((_, i, parts) => (i === 0 ? [] : [parts.slice(0, i).join("/")]));
  return (wanted) => {
    const clash = folders.has(wanted.toLowerCase()) || above(wanted.toLowerCase()).some((f) => files.has(f));
    const [top = "", ...rest] = wanted.split("/");
    const name = clash ? `${top}/${rest.join("_")}` : wanted;
    const slash = name.lastIndexOf("/") + 1;
    const dot = name.lastIndexOf(".");
    const at = dot > slash ? dot : name.length;
    const taken = (n: string): boolean => files.has(n.toLowerCase()) || folders.has(n.toLowerCase());
    let found = name;
    for (let n = 1; taken(found); n++) found = `${name.slice(0, at)}_${n}${name.slice(at)}`;
    files.add(found.toLowerCase());
    for (const f of above(found.toLowerCase())) folders.add(f);
    return found;
  };
}

/** What a phone says, for a line of a log: no line breaks, no codes that a terminal obeys. */
export function oneLine(text: string, most = 400): string {
  let out = "";
  for (const c of text.trim()) {
    if (out.length >= most) return `${out}…`;
    const code = c.codePointAt(0)!;
    const odd =
      code < 0x20 ||
      (code >= 0x7f && code < 0xa0) ||
      (code >= 0x200b && code < 0x2070) ||
      code === 0xfeff ||
      code === 0xfffd;
    out += odd ? `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>` : c;
  }
  return out;
}
