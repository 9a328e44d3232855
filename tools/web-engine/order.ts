/** What the page of the test and its workers say to each other: plain data that structured clone takes. @module */

/** What the person chose: a folder, one file, or files with a path that the page gives them. */
export type Chosen =
  | { readonly kind: "folder"; readonly files: readonly File[] }
  | { readonly kind: "file"; readonly file: File }
  | {
      readonly kind: "files";
      readonly name: string;
      readonly files: readonly { readonly path: string; readonly file: Blob }[];
    };

/** One check, for `engine.ts`. */
export interface Order {
  readonly chosen: Chosen;
  readonly signs: readonly File[];
  readonly password?: string;
  /** Threads of its own that the worker starts. */
  readonly workers: number;
  /** Bytes of the result that stay in memory. */
  readonly memory?: number;
  /** Of the result only `result.json`: it holds sizes and hashes of the rest. */
  readonly brief?: boolean;
}

export type Answer =
  | { readonly files: readonly { readonly name: string; readonly blob: Blob }[]; readonly ms: number }
  | { readonly code: string; readonly message: string };

/** For `probe.ts`: one thing that a browser and Node must do alike. */
export type Question =
  | { readonly ask: "suite" }
  /** Folders of cases; `without`: what some browsers do not have. */
  | { readonly ask: "folders"; readonly without: readonly ("move" | "createWritable")[] }
  /** The reference of a file of a case, read in another thread. */
  | { readonly ask: "folder file" }
  /** `bytes`: put there by the page, from its input for files. */
  | { readonly ask: "inflate"; readonly kind: "gzip" | "deflate-raw"; readonly pieces: number; readonly bytes?: Blob }
  | { readonly ask: "hosts" }
  | { readonly ask: "text" }
  | { readonly ask: "scratch" | "leave" | "scratch fails" | "threads" }
  | { readonly ask: "reach"; readonly urls: readonly string[] };

/** The origin-private file system while scratch holds something. */
export interface OnDisk {
  /** Files that lay there. */
  readonly before: number;
  /** Name, random digits as `#`, and size. */
  readonly during: readonly (readonly [string, number])[];
  /** Whether what was written can be read in them. */
  readonly plain: boolean;
  /** Files once it was closed. */
  readonly after: number;
}

/** What the test asks of the page. */
export interface Wish {
  /** `folder`, `file`: what was put into the input of that name. `fetch`: paths of this server, as a folder. */
  readonly from: "folder" | "file" | { readonly name: string; readonly paths: readonly string[] };
  readonly password?: string;
  readonly workers: number;
  readonly memory?: number;
  readonly brief?: boolean;
}

export interface Came {
  /** Name → base64 of the bytes. */
  readonly files: { readonly [name: string]: string };
  readonly ms: number;
}

/** What the page offers to the test, as the global `contraluz`. */
export interface TestPage {
  run(w: Wish): Promise<Came>;
  probe(q: Question): Promise<unknown>;
  readonly isolated: boolean;
}
