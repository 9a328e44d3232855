/**
 * A published sign as STIX says it: as objects that can be observed (section 6 of STIX 2.1), and as a pattern where its publisher gave no
 * indicator of its own.
 *
 * Ids of observables come from their values (section 2.9), so that those of two exports are one. What STIX has no object for (a phone
 * number, a property of Android, a profile) has none here: the sighting stands alone.
 * @module
 */
import type { ObservableType } from "@contraluz/core";
import { uuid5 } from "../share/uuid.ts";

/** Namespace of STIX for the ids of observables. */
const STIX = "00abedb4-aa42-466c-9c01-fed23315a9b7";

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [k: string]: unknown;
}

/** Canonical JSON of texts and flat objects of texts (RFC 8785): keys sorted, no white space. */
function canonical(v: string | { readonly [k: string]: string }): string {
  if (typeof v === "string") return JSON.stringify(v);
  const keys = Object.keys(v).sort();
  return `{${keys.map((k) => `${JSON.stringify(k)}:${JSON.stringify(v[k])}`).join(",")}}`;
}

type Values = { readonly [k: string]: string | { readonly [k: string]: string } };

/** An object and its id, made of all the values given. */
function observable(type: string, values: Values): StixObject {
  const body = Object.keys(values)
    .sort()
    .map((k) => `${JSON.stringify(k)}:${canonical(values[k]!)}`);
  return { type, spec_version: "2.1", id: `${type}--${uuid5(STIX, `{${body.join(",")}}`)}`, ...values };
}

/** How STIX calls a hash of so many digits. */
const HASHES: Readonly<Record<number, string>> = { 32: "MD5", 40: "SHA-1", 64: "SHA-256", 128: "SHA-512" };

const ipType = (value: string): "ipv4-addr" | "ipv6-addr" => (value.includes(":") ? "ipv6-addr" : "ipv4-addr");

const SIMPLE: Partial<Record<ObservableType, string>> = { url: "url", domain: "domain-name", email: "email-addr" };

/** The objects of a sign, the one that stands for it first; none where STIX has none. */
export function observablesOf(type: ObservableType, value: string): readonly StixObject[] {
  const simple = type === "ip" ? ipType(value) : SIMPLE[type];
  if (simple !== undefined) return [observable(simple, { value })];
  const hash = HASHES[value.length];
  switch (type) {
    case "hash":
      return hash === undefined ? [] : [observable("file", { hashes: { [hash]: value } })];
    case "certificate":
      return hash === undefined ? [] : [observable("x509-certificate", { hashes: { [hash]: value } })];
    case "app-id":
      return [observable("software", { name: value })];
    // A process has no name in STIX 2.1, and no id of its own: what it ran is a file of that name.
    case "process":
    case "file-name":
      return [observable("file", { name: value })];
    case "file-path": {
      const cut = value.lastIndexOf("/");
      const name = value.slice(cut + 1);
      if (name === "") return [observable("directory", { path: value })];
      if (cut < 1) return [observable("file", { name })];
      const folder = observable("directory", { path: value.slice(0, cut) });
      return [observable("file", { name, parent_directory_ref: folder.id }), folder];
    }
    default:
      return [];
  }
}

/** Object and property in patterns of published lists of signs (those of MVT and Amnesty read the same ones). */
const PATHS: Partial<Record<ObservableType, string>> = {
  url: "url:value",
  domain: "domain-name:value",
  email: "email-addr:value",
  phone: "phone-number:value",
  process: "process:name",
  "file-name": "file:name",
  "file-path": "file:path",
  "app-id": "app:id",
  property: "android-property:name",
  "profile-id": "configuration-profile:id",
};

/** The pattern of a sign; undefined where no published form is known. */
export function patternOf(type: ObservableType, value: string): string | undefined {
  const hash = HASHES[value.length];
  const path =
    type === "ip"
      ? `${ipType(value)}:value`
      : type === "hash" && hash !== undefined
        ? `file:hashes.'${hash}'`
        : type === "certificate" && hash !== undefined
          ? `x509-certificate:hashes.'${hash}'`
          : PATHS[type];
  return path === undefined ? undefined : `[${path} = '${value.replace(/[\\']/g, "\\$&")}']`;
}
