/**
 * Objects of CASE 1.4 and UCO 1.4 as JSON-LD, each property as its shape asks for it: instants as xsd:dateTime, hashes as xsd:hexBinary. Ids end
 * in a UUID, as UCO wants them.
 * Sources: ontologies of casework.github.io, `case-1.4.0.ttl` as case_utils ships it.
 * @module
 */
import { OURS, uuid5 } from "../share/uuid.ts";

export const CONTEXT: Readonly<Record<string, string>> = {
  kb: "urn:contraluz:kb:",
  "case-investigation": "https://ontology.caseontology.org/case/investigation/",
  "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
  "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
  "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
  "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
  "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
  "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

export interface Node {
  readonly "@id": string;
  readonly "@type": string;
  readonly [property: string]: unknown;
}

export const instant = (iso: string): object => ({ "@type": "xsd:dateTime", "@value": iso });
export const refs = (ids: readonly string[]): readonly object[] => ids.map((id) => ({ "@id": id }));

/** Nodes of one case, each once. */
export class Graph {
  readonly #case: string;
  readonly #nodes = new Map<string, Node>();

  constructor(id: string) {
    this.#case = uuid5(OURS, `case\n${id}`);
  }

  get nodes(): readonly Node[] {
    return [...this.#nodes.values()];
  }

  id(kind: string, seed: string): string {
    return `kb:${kind}-${uuid5(this.#case, `${kind}\n${seed}`)}`;
  }

  /** Adds a node, without the properties that are undefined or empty. */
  add(id: string, type: string, properties: { readonly [k: string]: unknown }): string {
    const kept = Object.entries(properties).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0));
    if (!this.#nodes.has(id)) this.#nodes.set(id, { "@id": id, "@type": type, ...Object.fromEntries(kept) });
    return id;
  }

  /** Something that is known by its SHA-256: a file, or a list of files. */
  data(sha256: string, size?: number, description?: string): string {
    const hash = this.add(this.id("hash", sha256), "uco-types:Hash", {
      "uco-types:hashMethod": "SHA256",
      "uco-types:hashValue": { "@type": "xsd:hexBinary", "@value": sha256.toUpperCase() },
    });
    const facet = this.add(this.id("content-data-facet", sha256), "uco-observable:ContentDataFacet", {
      "uco-observable:hash": refs([hash]),
      "uco-observable:sizeInBytes": size,
    });
    return this.add(this.id("file", sha256), "uco-observable:File", {
      "uco-core:description": description,
      "uco-core:hasFacet": refs([facet]),
    });
  }
}
