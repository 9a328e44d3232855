/** What of an archive leaves the page, or stays in this browser, and what comes back from there: each only when the person asks for it. @module */
import type { ArchiveQuestions, ArchiveState } from "../protocol.ts";
import { dropKept, isKept, openKept } from "./kept.ts";
import type { Held, Open } from "./open.ts";
import { askedOf, byLines, zipOf } from "./saved.ts";

type Keeping = "save" | "keep" | "drop" | "kept";

export interface KeepingHost extends Held {
  open(): Open | undefined;
  reading(): boolean;
  fresh(): Open;
  takeUp(o: Open): Promise<void>;
  state(): Promise<ArchiveState>;
  /** Puts another one in the place of the one that is open. */
  take(o: Open): Promise<void>;
}

/** Bytes of `archive.json`. */
const HEAD = 65_536;

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += 1 << 20)
    yield new Uint8Array(await blob.slice(at, at + (1 << 20)).arrayBuffer());
}

export function keepingAnswers(host: KeepingHost): {
  [K in Keeping]: (ask: ArchiveQuestions[K]["ask"]) => Promise<ArchiveQuestions[K]["answer"]>;
} {
  return {
    async save() {
      const o = host.now();
      host.kept(o);
      const blob = await zipOf(o.folder);
      o.unsaved = false;
      return blob;
    },
    async keep() {
      const o = host.now();
      // Pages that come meanwhile would be missing.
      if (host.reading() || o.sealed) return false;
      try {
        await dropKept();
        const to = await openKept();
        for (const name of o.folder.names())
          for await (const piece of o.folder.stream(name)) await to.append(name, piece);
        o.kept = to;
        o.unsaved = false;
        return true;
      } catch {
        o.kept = undefined;
        await dropKept().catch(() => {});
        return false;
      }
    },
    async drop() {
      await dropKept();
      const o = host.open();
      if (o?.kept) {
        o.kept = undefined;
        o.unsaved = true;
      }
      return host.state();
    },
    async kept(ask) {
      if (!(await isKept().catch(() => false))) return { there: false, name: "" };
      const from = await openKept();
      const head = new Uint8Array(await (await from.read("archive.json")).slice(0, HEAD).arrayBuffer());
      const asked = askedOf(head);
      if (!asked || !ask.open) return { there: true, name: asked?.name ?? "" };
      const made = host.fresh();
      made.asked = asked;
      for (const name of await from.names())
        for await (const piece of byLines(piecesOf(await from.read(name)))) await made.folder.append(name, piece);
      await host.takeUp(made);
      made.kept = from;
      await host.take(made);
      return { there: true, name: asked.name, state: await host.state() };
    },
  };
}
