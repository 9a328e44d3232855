/** What the thread that draws pages is asked, and what it answers. @module */
import type { PictureFault } from "@contraluz/archive/read/picture.ts";
import type { FileRef } from "@contraluz/core";
import type { DocumentKind } from "@contraluz/evidence/documents/index.ts";
import type { PageImage } from "../protocol.ts";

/** The document that a page lies in, and the page. One of `ref` and `bytes` is there. */
export interface DrawJob {
  readonly id: number;
  readonly place: {
    readonly path: string;
    readonly kind: DocumentKind | undefined;
    readonly ref?: FileRef;
    readonly bytes?: Uint8Array;
  };
  readonly page: { readonly doc: string; readonly path: string; readonly page: number };
}

export interface Drawn {
  readonly id: number;
  readonly answer: PageImage | PictureFault;
}
