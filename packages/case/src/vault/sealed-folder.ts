/** A folder of a case whose files are sealed on their way in and opened on their way out. @module */
import type { FileRef, RandomAccess, ResultFolder, VaultFolder } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import { openSealed, SEALED_SALT, Sealer, sealedTextSize } from "@contraluz/formats/sealed/index.ts";
import type { CaseMachine } from "../machine.ts";

/** Pieces of a sealed file. */
async function* sealing(
  key: CryptoKey,
  name: string,
  salt: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const s = new Sealer(key, name, salt);
  yield s.head();
  for await (const piece of content) {
    const ready = await s.update(piece);
    if (ready.length > 0) yield ready;
  }
  yield await s.finish();
}

/** What is written piece by piece, sealed file by file. A file that was read from is finished: no more can be added to it. */
function sealedStage(inner: ResultFolder, folder: string, key: CryptoKey, machine: CaseMachine): ResultFolder {
  const open = new Map<string, Sealer>();
  const done = new Set<string>();
  /** One after the other for each file, as they were asked for: sealing is asynchronous. */
  const tails = new Map<string, Promise<void>>();
  const inTurn = (name: string, work: () => Promise<void>): Promise<void> => {
    const run = (tails.get(name) ?? Promise.resolve()).then(work);
    tails.set(
      name,
      run.catch(() => {}),
    );
    return run;
  };
  const finish = (name: string): Promise<void> =>
    inTurn(name, async () => {
      const s = open.get(name);
      if (!s || done.has(name)) return;
      done.add(name);
      await inner.append(name, await s.finish());
    });
  return {
    append: (name, bytes) =>
      inTurn(name, async () => {
        if (done.has(name)) throw new ContraluzError("usage", `${name} is finished`);
        let s = open.get(name);
        if (!s) {
          open.set(name, (s = new Sealer(key, `${folder}/${name}`, machine.random(SEALED_SALT))));
          await inner.append(name, s.head());
        }
        const ready = await s.update(bytes);
        if (ready.length > 0) await inner.append(name, ready);
      }),
    async read(name) {
      await finish(name);
      return openSealed(await inner.read(name), key, `${folder}/${name}`);
    },
    async remove(name) {
      await tails.get(name);
      open.delete(name);
      done.delete(name);
      await inner.remove(name);
    },
    async commit() {
      for (const name of [...open.keys()].sort()) await finish(name);
      await inner.commit();
    },
    discard: () => inner.discard(),
  };
}

/** A file of a case for a check: as plain bytes, also in another thread. */
export type SealedRef = FileRef & { readonly kind: "sealed" };

/** The same folder, with everything in it sealed by `key`. Names stay as they are: they say nothing of the person. */
export function sealedFolder(
  inner: VaultFolder,
  key: CryptoKey,
  machine: CaseMachine,
): Omit<VaultFolder, "ref"> & { ref(name: string): Promise<SealedRef | undefined> } {
  const sealed = (name: string, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
    sealing(key, name, machine.random(SEALED_SALT), content);
  return {
    list: (folder) => inner.list(folder),
    async read(name): Promise<RandomAccess | undefined> {
      const stored = await inner.read(name);
      if (!stored) return undefined;
      try {
        return await openSealed(stored, key, name);
      } catch (e) {
        await stored.close?.();
        throw e;
      }
    },
    async ref(name) {
      const of = await inner.ref(name);
      const size = of && sealedTextSize(of.size);
      return of && size !== undefined ? { kind: "sealed", of, key, name, size } : undefined;
    },
    create: (name, content) => inner.create(name, sealed(name, content)),
    replace: (name, content) => inner.replace(name, sealed(name, content)),
    async stage(name) {
      return sealedStage(await inner.stage(name), name, key, machine);
    },
    remove: (name) => inner.remove(name),
    destroy: (name) => inner.destroy(name),
    lock: () => inner.lock(),
  };
}
