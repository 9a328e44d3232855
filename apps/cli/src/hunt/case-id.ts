/** Which case a folder is, or was. @module */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface CaseId {
  readonly id: string;
  /** Its key is destroyed. */
  readonly purged: boolean;
}

/** Bytes of `case.json`. */
const MOST = 65_536;

/** The id in `case.json`, also of a case that was destroyed; undefined if the folder holds none. */
export async function caseIdOf(path: string): Promise<CaseId | undefined> {
  try {
    const text = await readFile(join(path, "case.json"));
    if (text.length > MOST) return undefined;
    const { schema, id } = JSON.parse(text.toString("utf8")) as { readonly schema?: unknown; readonly id?: unknown };
    if (typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id)) return undefined;
    if (schema !== "contraluz/case@1" && schema !== "contraluz/purged@1") return undefined;
    return { id, purged: schema === "contraluz/purged@1" };
  } catch {
    return undefined;
  }
}
