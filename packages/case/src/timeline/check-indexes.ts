/** The indexes of a case's checks: opened where they are whole, else built. @module */
import type { Cancel, Platform, ResultFolder } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import { buildIndex } from "./build.ts";
import { IndexDamaged } from "./chunks.ts";
import { type CheckIndex, openIndex } from "./open-index.ts";
import type { ClockCorrection, ExtraRow, TagMark, TimelineCheck } from "./types.ts";

/** Where the indexes of a case lie. They can be deleted at any time. */
export interface IndexStore {
  /** Undefined if there is none. */
  read(check: string): Promise<StoredFolder | undefined>;
  /** An empty folder for the index of a check; it is committed when it is complete. */
  write(check: string): Promise<ResultFolder>;
  remove(check: string): Promise<void>;
}

export interface TimelineInput {
  readonly checks: readonly TimelineCheck[];
  readonly indexes: IndexStore;
  readonly platform: Pick<Platform, "sha256">;
  readonly clocks?: readonly ClockCorrection[];
  readonly tags?: readonly TagMark[];
  readonly extra?: readonly ExtraRow[];
  /** What the index of a check must be, where that was written down. */
  readonly fingerprints?: ReadonlyMap<string, string>;
  readonly cancel?: Cancel;
  /** An index is built: bytes of records read so far. */
  progress?(check: string, bytes: number): void;
}

/** The index of a check; where it is not there or not whole, one that is built now. */
export async function openOrBuild(c: TimelineCheck, input: TimelineInput): Promise<CheckIndex> {
  const { indexes, platform, fingerprints } = input;
  const stored = await indexes.read(c.check);
  if (stored) {
    try {
      return await openIndex(c.check, stored, c.result, platform, fingerprints?.get(c.check));
    } catch (e) {
      if (!(e instanceof IndexDamaged)) throw e;
    }
  }
  return buildAnew(c, input);
}

/** Builds the index of a check in place of what there may be. */
export async function buildAnew(c: TimelineCheck, input: TimelineInput): Promise<CheckIndex> {
  const { indexes, platform, cancel, progress } = input;
  await indexes.remove(c.check);
  const into = await indexes.write(c.check);
  try {
    const say = progress && ((bytes: number) => progress(c.check, bytes));
    await buildIndex(c.folder, c.result, into, {
      platform,
      ...(cancel ? { cancel } : {}),
      ...(say ? { progress: say } : {}),
    });
    await into.commit();
  } catch (e) {
    await into.discard();
    throw e;
  }
  const stored = await indexes.read(c.check);
  if (!stored) throw new IndexDamaged(c.check, "it is gone as soon as it was made");
  return openIndex(c.check, stored, c.result, platform);
}
