/**
 * A published sign as an attribute of MISP, or as an object of one of its templates. Types, categories and templates are those that MISP
 * publishes (`describeTypes.json`; misp-objects: file 25, process 10, android-app 2).
 * @module
 */
import type { ObservableType, Words } from "@contraluz/core";
import { SHARED } from "../share/words.ts";

export interface Typed {
  readonly type: string;
  readonly category: string;
  /** The object that it stands in, and its place there. */
  readonly object?: Template & { readonly relation: string };
}

export interface Template {
  readonly name: string;
  readonly category: string;
  readonly uuid: string;
  readonly version: string;
  readonly description: Words;
}

const FILE: Template = {
  name: "file",
  category: "file",
  uuid: "688c46fb-5edb-40a3-8273-1af7923e2215",
  version: "25",
  description: SHARED.file,
};
const PROCESS: Template = {
  name: "process",
  category: "misc",
  uuid: "02aeef94-ac23-455c-addb-731757ceafb5",
  version: "10",
  description: SHARED.process,
};

const SERVER = "Network activity";
const DROPPED = "Artifacts dropped";

const TYPES: Partial<Record<ObservableType, Typed>> = {
  url: { type: "url", category: SERVER },
  domain: { type: "domain", category: SERVER },
  ip: { type: "ip-dst", category: SERVER },
  email: { type: "email", category: "Attribution" },
  phone: { type: "phone-number", category: "Other" },
  process: { type: "text", category: DROPPED, object: { ...PROCESS, relation: "name" } },
  "file-path": { type: "text", category: DROPPED, object: { ...FILE, relation: "fullpath" } },
  "file-name": { type: "filename", category: DROPPED },
  "app-id": { type: "mobile-application-id", category: "Payload installation" },
};

const HASHES: Readonly<Record<number, string>> = { 32: "md5", 40: "sha1", 64: "sha256", 96: "sha384", 128: "sha512" };

/** What MISP has no type for is a text, which says what it is in its comment. */
export function typedOf(type: ObservableType, value: string): Typed {
  const hash = HASHES[value.length];
  if (type === "hash" && hash !== undefined) return { type: hash, category: DROPPED };
  if (type === "certificate" && ["md5", "sha1", "sha256"].includes(hash ?? ""))
    return { type: `x509-fingerprint-${hash}`, category: DROPPED };
  return TYPES[type] ?? { type: "text", category: "Other" };
}
