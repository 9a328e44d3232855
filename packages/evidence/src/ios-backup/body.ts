/** The stored body of a row: where it lies, how it opens, whether it is whole. @module */
import type { EvidenceFile, FileRef, Report } from "@contraluz/core";
import { type ClassKeys, fileKey } from "./unlock.ts";

const ceil16 = (n: number): number => Math.ceil(n / 16) * 16;

/** How the bytes of a body become those of the file. */
export interface BodyPlan {
  /** Bytes of the file that can be had. */
  readonly size: number;
  /** The key, if it is encrypted. */
  readonly key?: CryptoKey;
}

/**
 * Compares what the row says with what is stored, and opens the key. `stored` is the size of the body. `keys` is left
 * out where bodies are plain. Undefined (and a Problem `backup-body-key`) if it cannot be decrypted.
 */
export async function planBody(
  file: EvidenceFile,
  stored: number,
  keys: ClassKeys | undefined,
  report: Report,
): Promise<BodyPlan | undefined> {
  const values = file.listing?.values ?? {};
  const sizeProblem = (expected: string): void =>
    report({ code: "backup-body-size", path: file.path, found: `${stored} B`, expected, lost: "bytes" });
  // A row that could be read and names no key: its body was stored as it is.
  if (!keys || (values.read === 1 && values.encryptionKey === undefined)) {
    if (file.size !== undefined && stored !== file.size) sizeProblem(`${file.size} B`);
    return { size: stored };
  }
  const wrapped = values.encryptionKey;
  const clas = typeof values.protectionClass === "number" ? values.protectionClass : undefined;
  const key = wrapped instanceof Uint8Array ? await fileKey(keys, clas, wrapped) : undefined;
  if (!key) {
    report({
      code: "backup-body-key",
      path: file.path,
      found: clas === undefined ? "?" : `class ${clas}`,
      lost: "file",
    });
    return undefined;
  }
  const whole = stored - (stored % 16);
  const size = file.size ?? whole;
  if (stored !== ceil16(size) && stored !== ceil16(size) + 16) sizeProblem(`${ceil16(size)} B, ${ceil16(size) + 16} B`);
  return { key, size: Math.min(size, whole) };
}

/** Listed but not stored: usual in a partial backup, and no loss for an empty file. */
export function missingBody(file: EvidenceFile, report: Report): void {
  report({
    code: "backup-body-missing",
    path: file.path,
    expected: file.stored ?? "",
    lost: file.size === 0 ? "nothing" : "file",
  });
}

/** Decrypts `of` as planned, or leaves it as it is. */
export function bodyRef(of: FileRef, plan: BodyPlan): FileRef {
  return plan.key ? { kind: "cbc", of, key: plan.key, size: plan.size } : of;
}

/** Names under which a body may lie: in the folder of its first two digits, or flat (iOS 9 and some copies). */
export function bodyPaths(stored: string): readonly [string, string] {
  const cut = stored.lastIndexOf("/") + 1;
  return [stored, stored.slice(0, cut - 3) + stored.slice(cut)];
}
