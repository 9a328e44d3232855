/** Names that a lab gives: nothing of them leads back to a person. @module */
import type { Platform } from "@contraluz/core";

/** The name of a case in one lab alone: whoever does not have both ids cannot tell which case it is. */
export function labName(platform: Pick<Platform, "sha256">, lab: string, id: string): string {
  const h = platform.sha256();
  h.update(new TextEncoder().encode(`contraluz/lab-case@1\n${lab}\n${id}\n`));
  return h.hex().slice(0, 16);
}

/** Folder of a check, of its records or its keys. */
export function placeFolder(table: "keys" | "records", caseId: string, checkId: string): string {
  return `${table}/case_id=${caseId}/check_id=${checkId}`;
}

/** File of a check that an engine reads. */
export function placeFile(table: "keys" | "records", caseId: string, checkId: string): string {
  return `${placeFolder(table, caseId, checkId)}/${table}.parquet`;
}

export const caseFile = (id: string): string => `cases/${id}.json`;
