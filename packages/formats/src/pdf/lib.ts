/** The part of pdf.js that is used, as types of ours: its own name DOM and Node. @module */

export interface LibImage {
  readonly width: number;
  readonly height: number;
  /** 1: one bit a pixel, 2: RGB, 3: RGBA. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray | string;
}

export interface LibStore {
  /** Calls back once the thing is there, with null if it could not be read. */
  get(id: string, back: (value: unknown) => void): unknown;
}

export interface LibPage {
  readonly view: readonly number[];
  readonly rotate: number;
  readonly userUnit: number;
  readonly objs: LibStore;
  readonly commonObjs: LibStore;
  getOperatorList(o: unknown): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  cleanup(): unknown;
}

export interface LibDocument {
  readonly numPages: number;
  getPage(n: number): Promise<LibPage>;
}

export interface Lib {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(o: unknown): { readonly promise: Promise<LibDocument>; destroy(): Promise<void> };
}

/**
 * Where there is no canvas, pdf.js takes JPEG 2000 at half its size or less, since it cannot ask how large a canvas may be: sheets that
 * can be read become sheets that cannot. Nothing is drawn on this one; how many dots a picture may have is limited elsewhere.
 */
class AnySize {
  width: number;
  height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext(): { fillRect(): void; getImageData(): { readonly data: Uint8ClampedArray } } {
    return { fillRect: () => {}, getImageData: () => ({ data: Uint8ClampedArray.of(0, 0, 0, 255) }) };
  }
}

let lib: Promise<Lib> | undefined;

/** Loaded when the first PDF is opened. The second module sets up what reads, in this very thread. */
export function loadLib(): Promise<Lib> {
  lib ??= (async () => {
    const here = globalThis as { OffscreenCanvas?: unknown };
    here.OffscreenCanvas ??= AnySize;
    const loaded = (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as Lib;
    // @ts-expect-error: it comes without types, and exports nothing that is used.
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return loaded;
  })();
  return lib;
}
