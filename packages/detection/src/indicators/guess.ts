/** What kind of sign a line of a plain list is: by its form, else by the name of the file or column. @module */
import type { ObservableType } from "@contraluz/core";
import { normalIp } from "./ip.ts";
import { MAX_VALUE, normalHash } from "./keys.ts";

/** Undoes the marks with which lists keep links from being clicked: `hxxps://a[.]b`, `user[at]host`. */
export function refang(text: string): string {
  return text
    .replace(/^h(?:xx|\*\*|tt)p(s?)(?:\[:\]|:)/i, "http$1:")
    .replace(/^fxp(s?):/i, "ftp$1:")
    .replace(/\[:(?:\/\/)?\]/g, (m) => m.slice(1, -1))
    .replace(/\s?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\\\.)\s?/gi, ".")
    .replace(/\s?(?:\[@\]|\(@\)|\[at\]|\(at\))\s?/gi, "@")
    .replace(/\[\/\]/g, "/");
}

/** Words in names of files and columns, English and Spanish, the narrower first: `package_cert_hashes` holds certificates. */
const HINTS: readonly (readonly [RegExp, ObservableType])[] = [
  [/cert|signer|firma/, "certificate"],
  [/sha-?(?:1|2|256|512)|md5|hash|sample|huella|muestra/, "hash"],
  [/e-?mail|account|correo|cuenta/, "email"],
  [/phone|msisdn|tel[eé]fono|celular/, "phone"],
  [/proces/, "process"],
  [/package|bundle|paquete|app_?-?ids?\b/, "app-id"],
  [/file_?-?path|path|director|folder|ruta|carpeta/, "file-path"],
  [/file|archivo/, "file-name"],
  [/profile|perfil/, "profile-id"],
  [/propert|propiedad/, "property"],
  [/url|link|enlace/, "url"],
  [/domain|domin|host|site|sitio|fqdn/, "domain"],
  [/(?:^|[^a-z])ips?(?:[^a-z]|$)|ipv[46]|ip.?addr/, "ip"],
];

/** The type that a file or column name speaks of. */
export function hintOf(name: string): ObservableType | undefined {
  const lower = name.toLowerCase();
  return HINTS.find(([re]) => re.test(lower))?.[1];
}

const DOMAIN =
  /^(?:\*?\.)?(?:[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}])?\.)+(?:[\p{L}][\p{L}\p{N}-]{1,62})\.?$/u;

/** `name.tld/…`: a host with a dot before the first slash. */
function hasHostAndPath(text: string): boolean {
  const slash = text.indexOf("/");
  const dot = text.lastIndexOf(".", slash);
  return slash > 0 && dot > 0 && dot < slash - 1;
}

/** The type of a refanged text, or undefined where neither its form nor the hint tells. */
export function guessType(text: string, hint?: ObservableType): ObservableType | undefined {
  if (text.length > MAX_VALUE) return undefined;
  if (normalHash(text) !== "" && !/[\s-]/.test(text)) return hint === "certificate" ? hint : "hash";
  if (/^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/i.test(text)) return "profile-id";
  if (normalIp(text) !== undefined) return "ip";
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text.startsWith("file:") ? "file-path" : "url";
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) return "email";
  if (/^(?:\/|[A-Za-z]:\\)/.test(text)) return "file-path";
  if (/\s/.test(text) && hint !== "process" && hint !== "file-path" && hint !== "file-name" && hint !== "phone")
    return undefined;
  switch (hint) {
    case undefined:
      return DOMAIN.test(text) ? "domain" : hasHostAndPath(text) ? "url" : undefined;
    case "hash":
    case "certificate":
    case "ip":
    case "email":
      return DOMAIN.test(text) && hint === "ip" ? "domain" : undefined;
    case "domain":
      return DOMAIN.test(text) ? "domain" : hasHostAndPath(text) ? "url" : undefined;
    case "url":
      return hasHostAndPath(`${text}/`) ? "url" : undefined;
    default:
      return hint;
  }
}
