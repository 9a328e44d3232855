/** The side of a thread: opens a document, and sends its pages one by one. @module */
import type { FileRef, Platform, WorkerPort } from "@contraluz/core";
import { type DocumentKind, readDocument } from "@contraluz/evidence/documents/index.ts";
import { openDocument, type Reading, unread } from "./document.ts";
import type { ReadPage } from "./types.ts";

/** What a thread is asked for. One of `ref` and `bytes` is there. */
export interface Job {
  readonly path: string;
  readonly kind: DocumentKind | undefined;
  readonly ref?: FileRef;
  readonly bytes?: Uint8Array;
  readonly from: number;
  readonly most: number;
  readonly lang: string;
  readonly ocr: boolean;
}

export type Told =
  | { readonly kind: "opened"; readonly count: number | undefined }
  | { readonly kind: "page"; readonly page: ReadPage }
  | { readonly kind: "end"; readonly engines: readonly string[] };

/** Serves jobs, one at a time; whoever asks ends the thread. The last document stays open, since its next pages often follow. */
export function serveDocuments(port: WorkerPort, platform: Platform): void {
  let held: { readonly path: string; readonly reading: Reading } | undefined;
  const say = (told: Told): void => port.post(told);
  const engines = new Set<string>();
  const serve = async (job: Job): Promise<void> => {
    if (held?.path !== job.path) {
      await held?.reading.close();
      held = undefined;
      const o = { platform, lang: job.lang, ocr: job.ocr, engine: (name: string): void => void engines.add(name) };
      const bytes = job.bytes ?? (job.ref && (await readDocument(job.ref, platform).catch(() => undefined)));
      if (!bytes) {
        const base = { doc: platform.sha256().hex(), path: job.path };
        say({ kind: "page", page: unread(base, { code: job.ref ? "too-large" : "host-read", lost: "file" }) });
        return;
      }
      held = { path: job.path, reading: await openDocument(bytes, job.kind, job.path, o) };
    }
    say({ kind: "opened", count: held.reading.count });
    for await (const page of held.reading.pages(job.from, job.most)) say({ kind: "page", page });
  };
  port.onMessage((message) => {
    const job = message as Job;
    serve(job)
      .catch((e: unknown) => {
        const found = e instanceof Error ? e.message.slice(0, 200) : "";
        const base = { doc: platform.sha256().hex(), path: job.path };
        say({ kind: "page", page: unread(base, { code: "document-damaged", found, lost: "file" }, job.from + 1) });
      })
      .finally(() => say({ kind: "end", engines: [...engines].sort() }));
  });
}
