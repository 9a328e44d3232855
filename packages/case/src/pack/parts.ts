/** A pack in parts, each for the recipients alone; a part that is there already is not made again. @module */
import { type Cancel, encodeJson, type Json, type Sha256 } from "@contraluz/core";
import { stopIfCancelled } from "@contraluz/evidence";
import { Encrypter } from "age-encryption";
import type { CaseMachine } from "../machine.ts";
import { changed, type MadePack } from "./make.ts";
import { PART, PARTS_MOST, partName } from "./types.ts";

/** Where parts go: a folder of the person. */
export interface PartFolder {
  /** Undefined if there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all; what is there is replaced. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface PartNote {
  readonly name: string;
  readonly size: number;
  readonly sha256: Sha256;
}

/** Which parts are whole: beside them while a pack is made, so that it goes on after an interruption. */
interface Progress {
  readonly to: readonly string[];
  readonly parts: readonly PartNote[];
}

const noteName = (id: string): string => `contraluz-${id}.parts.json`;

function readNote(bytes: Uint8Array | undefined, to: readonly string[]): readonly PartNote[] {
  try {
    const v = JSON.parse(new TextDecoder().decode(bytes)) as Progress;
    // For other recipients everything is made anew.
    return JSON.stringify(v.to) === JSON.stringify(to) && Array.isArray(v.parts) ? v.parts : [];
  } catch {
    return [];
  }
}

/** Pieces of exactly `size` bytes, the last one shorter. */
async function* cut(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(size);
  let n = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const k = Math.min(bytes.length - at, size - n);
      piece.set(bytes.subarray(at, at + k), n);
      n += k;
      at += k;
      if (n < size) continue;
      yield piece;
      piece = new Uint8Array(size);
      n = 0;
    }
  }
  if (n > 0) yield piece.subarray(0, n);
}

function sha256(machine: CaseMachine, bytes: Uint8Array): Sha256 {
  const h = machine.platform.sha256();
  h.update(bytes);
  return h.hex();
}

/**
 * Writes the parts of a pack for age recipients. What an interruption left is used: parts whose hash was noted are kept as they are.
 * Throws a RangeError for a pack that would need more than 9,999 parts; ContraluzError ("usage") if a file changed meanwhile.
 */
export async function writeParts(
  pack: MadePack,
  to: readonly string[],
  folder: PartFolder,
  o: {
    readonly machine: CaseMachine;
    readonly cancel?: Cancel;
    readonly part?: number;
    readonly progress?: (done: number, of: number) => void;
  },
): Promise<readonly PartNote[]> {
  const size = o.part ?? PART;
  const of = Math.max(1, Math.ceil(pack.size / size));
  if (of > PARTS_MOST) throw new RangeError(`a pack of ${of} parts`);
  const had = new Map(readNote(await folder.read(noteName(pack.id)), to).map((p) => [p.name, p]));
  const done: PartNote[] = [];
  try {
    for await (const text of cut(pack.bytes(), size)) {
      stopIfCancelled(o.cancel);
      const name = partName(pack.id, done.length + 1, of);
      const before = had.get(name);
      const there = before && (await folder.read(name));
      if (there && sha256(o.machine, there) === before.sha256) done.push(before);
      else {
        const e = new Encrypter();
        for (const r of to) e.addRecipient(r);
        const bytes = await e.encrypt(text.slice());
        await folder.put(name, bytes);
        done.push({ name, size: bytes.length, sha256: sha256(o.machine, bytes) });
        const note: Progress = { to, parts: done };
        await folder.put(noteName(pack.id), new TextEncoder().encode(encodeJson(note as unknown as Json)));
      }
      o.progress?.(done.length, of);
    }
  } catch (e) {
    throw changed(e);
  }
  await folder.remove(noteName(pack.id));
  return done;
}
