/** Names inside archives: how they are decoded, and which are used. Shared by zip and tar. */
import { LIMITS } from "@contraluz/core";

/** Upper half of code page 437, the charset of zip names without the UTF-8 flag (APPNOTE appendix D). */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 text, or undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of bytes in code page 437: every byte has its own character, so no two names become one. */
export function decodeCp437(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += b < 128 ? String.fromCharCode(b) : CP437[b - 128]!;
  return out;
}

/**
 * The path of an archive's name: `/` between names, no `.` and no empty ones. Undefined for a name that is no path
 * inside the archive (absolute, `..`, a backslash, a drive letter, NUL, nothing left, too long).
 * @example safeName("./a//b/") === "a/b"; safeName("../a") === undefined
 */
export function safeName(name: string): string | undefined {
  if (name.length === 0 || name.length > LIMITS.text) return undefined;
  if (name.startsWith("/") || name.includes("\\") || name.includes("\0") || /^[A-Za-z]:/.test(name)) return undefined;
  // Most names are already a path: they cost no split.
  if (!name.includes("//") && !name.includes("./") && !name.includes("/.") && name !== "." && name !== "..") {
    return name.endsWith("/") ? name.slice(0, -1) : name;
  }
  const parts: string[] = [];
  for (const part of name.split("/")) {
    if (part === "..") return undefined;
    if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join("/");
}

/** A hostile name as a Problem may show it: short, without control characters. */
export function shownName(name: string): string {
  const cut = name.length > 200 ? `${name.slice(0, 200)}…` : name;
  let out = "";
  for (let i = 0; i < cut.length; i++) {
    const c = cut.charCodeAt(i);
    out += c < 0x20 || c === 0x7f ? `\\x${c < 16 ? "0" : ""}${c.toString(16)}` : cut[i]!;
  }
  return out;
}
