/** Exports that are one document about what was found, not a list of records. @module */
import type { Result } from "@contraluz/core";
import { caseUco } from "./case-uco/index.ts";
import { misp } from "./misp/index.ts";
import type { DocumentOutput, ShareOptions } from "./share/types.ts";
import { stix } from "./stix/index.ts";

export interface DocumentExport {
  readonly id: "stix" | "misp" | "case";
  readonly extension: "json" | "jsonld";
  readonly make: (result: Result, o?: ShareOptions) => DocumentOutput;
}

export const DOCUMENT_EXPORTS: readonly DocumentExport[] = [
  { id: "stix", extension: "json", make: stix },
  { id: "misp", extension: "json", make: misp },
  {
    id: "case",
    extension: "jsonld",
    make: (result, o) => caseUco(result, { ...(o?.by ? { by: o.by } : {}), ...(o?.lang ? { lang: o.lang } : {}) }),
  },
];
