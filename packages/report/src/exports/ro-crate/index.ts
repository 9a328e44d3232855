/**
 * RO-Crate 1.2: `ro-crate-metadata.json` for a folder of files, such as the `data/` of a dossier. In a bag of BagIt the crate is its payload
 * (appendix "Combining with other packaging schemes"): the metadata lies in `data/`, and the manifest of the bag lists it.
 *
 * It says what each file is. The hashes stand in the manifest, too; here they let a file be found once it has left the bag.
 * Source: https://www.researchobject.org/ro-crate/specification/1.2 (root data entity, data entities).
 * @module
 */
import { byCodeUnit, type Json, type Sha256 } from "@contraluz/core";
import { jsonText } from "../share/json-text.ts";

export interface CrateFile {
  /** Below the folder in which the metadata will lie, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256?: Sha256;
  /** Of what it is, in a few words. */
  readonly name?: string;
  /** `application/json`; found by its ending if not given. */
  readonly mediaType?: string;
}

export interface CrateOptions {
  readonly name: string;
  readonly description: string;
  /** ISO 8601, at least a day. */
  readonly published: string;
  /** Under which terms it may be used: words of the lab, or an address. */
  readonly licence: string;
  readonly publisher?: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly files: readonly CrateFile[];
}

const METADATA = "ro-crate-metadata.json";
const SPEC = "https://w3id.org/ro/crate/1.2";
const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  jsonl: "application/jsonl",
  jsonld: "application/ld+json",
  html: "text/html",
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  pdf: "application/pdf",
  pem: "application/x-pem-file",
  zip: "application/zip",
};

/** A path as a relative URI: letters of other scripts stay, what a URI cannot hold is escaped. */
function uri(path: string): string {
  // What UTF-8 cannot say would throw, and stands for no file that was written.
  const parts = path.replace(/\p{Cs}/gu, "\ufffd").split("/");
  return parts.map((p) => p.replace(/[^\p{L}\p{N}\p{M}._~!$&'()*+,;=@-]/gu, encodeURIComponent)).join("/");
}

/** Throws a RangeError for a path that leaves the folder. */
function checked(path: string): string {
  const bad = path.split("/").some((p) => p === "" || p === "." || p === "..");
  if (bad || path.includes("\\") || path.includes("\0")) throw new RangeError("a path of a crate stays in its folder");
  return path;
}

function fileOf(f: CrateFile): { readonly [k: string]: Json | undefined } {
  const cut = f.path.lastIndexOf(".");
  const ending = f.path.slice(cut + 1).toLowerCase();
  const known = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  return {
    "@id": uri(checked(f.path)),
    "@type": "File",
    name: f.name ?? f.path,
    contentSize: String(f.size),
    encodingFormat: f.mediaType ?? known,
    sha256: f.sha256,
  };
}

/**
 * The metadata of a crate. The same input gives the same bytes.
 * @example
 * roCrate({ name: "Dossier", description: "…", published: "2026-11-26", licence: "TLP:AMBER+STRICT",
 *   tool: { name: "Contraluz", version: "0.1.0" }, files: [{ path: "report.html", size: 10 }] });
 */
export function roCrate(o: CrateOptions): string {
  const files = o.files
    .filter((f) => f.path !== METADATA)
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map(fileOf);
  const ids = files.map((f) => ({ "@id": f["@id"]! }));
  const root: { readonly [k: string]: Json | undefined } = {
    "@id": "./",
    "@type": "Dataset",
    name: o.name,
    description: o.description,
    datePublished: o.published,
    license: { "@id": "#licence" },
    publisher: o.publisher === undefined ? undefined : { "@id": "#publisher" },
    hasPart: ids,
    mentions: { "@id": "#made" },
  };
  const organisation: Json[] =
    o.publisher === undefined ? [] : [{ "@id": "#publisher", "@type": "Organization", name: o.publisher }];
  const graph: Json[] = [
    { "@id": METADATA, "@type": "CreativeWork", about: { "@id": "./" }, conformsTo: { "@id": SPEC } },
    root as Json,
    ...(files as Json[]),
    ...organisation,
    { "@id": "#licence", "@type": "CreativeWork", name: o.licence, description: o.licence },
    {
      "@id": "#made",
      "@type": "CreateAction",
      name: "export",
      instrument: { "@id": "#tool" },
      result: { "@id": "./" },
    },
    { "@id": "#tool", "@type": "SoftwareApplication", name: o.tool.name, softwareVersion: o.tool.version },
  ];
  return jsonText({ "@context": `${SPEC}/context`, "@graph": graph });
}
