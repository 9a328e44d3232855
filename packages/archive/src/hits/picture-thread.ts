/**
 * Pictures of pages, drawn in a thread of their own: a document can keep its reader busy for ever, or need more memory than there is. Then
 * the thread is ended, the page goes without its picture, and the next one is drawn.
 * @module
 */
import type { FileRef, Platform, WorkerPort } from "@contraluz/core";
import {
  type DocumentFile,
  type DocumentKind,
  type OpenDocuments,
  readDocument,
} from "@contraluz/evidence/documents/index.ts";
import type { Page } from "../pages/types.ts";
import { type PagePicture, type PictureFault, type PictureSource, pictureSource } from "../read/picture.ts";

type Asked = Pick<Page, "doc" | "path" | "page">;

/** What the thread is asked for: a page, and the file that it lies in. One of `ref` and `bytes` is there. */
interface Job {
  readonly page: Asked;
  readonly path: string;
  readonly kind: DocumentKind | undefined;
  readonly ref?: FileRef;
  readonly bytes?: Uint8Array;
}

/** Milliseconds that a picture may take, and megabytes of the thread that draws it. */
export const PICTURE_LIMITS = { ms: 60_000, heapMb: 1024, remembered: 200_000 } as const;

/** The side of the thread: one picture at a time. */
export function servePictures(port: WorkerPort, platform: Platform): void {
  let held: { readonly path: string; readonly source: PictureSource } | undefined;
  const draw = async (job: Job): Promise<PagePicture | PictureFault> => {
    if (held?.path !== job.path) {
      await held?.source.close();
      const bytes = async (): Promise<Uint8Array | undefined> =>
        job.bytes ?? (job.ref && readDocument(job.ref, platform));
      const file: DocumentFile = { path: job.path, kind: job.kind, size: undefined, ref: job.ref, bytes };
      const documents: OpenDocuments = {
        acquisition: { kind: "documents" },
        name: job.path,
        async *files() {
          yield file;
        },
        close: async () => {},
      };
      held = { path: job.path, source: pictureSource(documents, platform) };
    }
    return held.source.of(job.page);
  };
  port.onMessage((message) => {
    draw(message as Job).then(
      (p) => port.post(p, typeof p === "string" ? [] : [p.gray.buffer as ArrayBuffer]),
      () => port.post("unreadable"),
    );
  });
}

export interface PictureLaneOptions {
  /** A thread that runs `servePictures`. */
  readonly spawn: () => WorkerPort;
  /** Calls back after so many milliseconds, unless what it gives is called first. */
  readonly after: (ms: number, f: () => void) => () => void;
  readonly ms?: number;
}

/** The side that asks: finds the file of a page, and has the thread draw it. */
export class PictureLane {
  readonly #documents: OpenDocuments;
  readonly #o: PictureLaneOptions;
  readonly #known = new Map<string, DocumentFile>();
  #files: AsyncIterator<DocumentFile> | undefined;
  #port: WorkerPort | undefined;

  constructor(documents: OpenDocuments, o: PictureLaneOptions) {
    this.#documents = documents;
    this.#o = o;
  }

  /** The outermost file that `path` lies in. Files are walked in their order, as far as it takes, and once more from the start. */
  async #fileOf(path: string): Promise<DocumentFile | undefined> {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf("!/"))) {
      const known = this.#known.get(at);
      if (known) return known;
      if (!at.includes("!/")) break;
    }
    for (let again = this.#files === undefined ? 1 : 0; again < 2; again++) {
      this.#files ??= this.#documents.files()[Symbol.asyncIterator]();
      for (let next = await this.#files.next(); !next.done; next = await this.#files.next()) {
        const file = next.value;
        // One without a way back to it may hold its bytes: it is used now, or looked for again.
        if (file.ref && this.#known.size < PICTURE_LIMITS.remembered) this.#known.set(file.path, file);
        if (path === file.path || path.startsWith(`${file.path}!/`)) return file;
      }
      this.#files = undefined;
    }
    return undefined;
  }

  async of(page: Asked): Promise<PagePicture | PictureFault> {
    const file = await this.#fileOf(page.path);
    if (!file) return "missing";
    const bytes = file.ref ? undefined : await file.bytes();
    if (!file.ref && !bytes) return "unreadable";
    const { doc, path, page: number } = page;
    const job: Job = {
      page: { doc, path, page: number },
      path: file.path,
      kind: file.kind,
      ...(file.ref ? { ref: file.ref } : { bytes: bytes! }),
    };
    const port = (this.#port ??= this.#o.spawn());
    const made = await new Promise<PagePicture | PictureFault | undefined>((resolve) => {
      const stop = this.#o.after(this.#o.ms ?? PICTURE_LIMITS.ms, () => resolve(undefined));
      const done = (p: PagePicture | PictureFault | undefined): void => {
        stop();
        resolve(p);
      };
      port.onError(() => done(undefined));
      port.onMessage((m) => done(m as PagePicture | PictureFault));
      port.post(job);
    });
    if (made !== undefined) return made;
    this.#end();
    return "unreadable";
  }

  #end(): void {
    this.#port?.close();
    this.#port = undefined;
  }

  async close(): Promise<void> {
    this.#end();
    await this.#files?.return?.();
    this.#files = undefined;
  }
}
