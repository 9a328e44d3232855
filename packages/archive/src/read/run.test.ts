import assert from "node:assert/strict";
import { test } from "node:test";
import { ContraluzError, type RandomAccess, type WorkerPort } from "@contraluz/core";
import { type DocumentFile, documentKind, type OpenDocuments } from "@contraluz/evidence/documents/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { MAIL, utf8 } from "../../../../tools/fuzz/documents.ts";
import type { ArchivePart } from "../open/fill.ts";
import { unopenedIn } from "../open/unopened.ts";
import { type ArchiveFolder, Output } from "./output.ts";
import { type ReadArchiveOptions, readArchive } from "./run.ts";
import { type Job, serveDocuments, type Told } from "./thread.ts";
import type { ReadPage } from "./types.ts";
import { unitsFrom } from "./units.ts";

const platform = nodePlatform({ workers: 0 });

/** Two ends of a line, in this thread. */
function line(): { readonly near: WorkerPort; readonly far: WorkerPort } {
  const ends: ((m: unknown) => void)[] = [() => {}, () => {}];
  let open = true;
  const end = (mine: number): WorkerPort => ({
    post: (m) => void setImmediate(() => open && ends[1 - mine]!(m)),
    onMessage: (f) => void (ends[mine] = f),
    onError: () => {},
    close: () => {
      open = false;
    },
  });
  return { near: end(0), far: end(1) };
}

function spawn(): WorkerPort {
  const { near, far } = line();
  serveDocuments(far, platform);
  return near;
}

class Memory implements ArchiveFolder {
  readonly files = new Map<string, Uint8Array>();
  /** Throws once so many lines were written. */
  breaksAfter = Number.POSITIVE_INFINITY;
  #lines = 0;
  async list(folder: string): Promise<string[]> {
    return [...this.files.keys()]
      .filter((k) => k.startsWith(`${folder}/`))
      .map((k) => k.slice(folder.length + 1))
      .sort();
  }
  async read(name: string): Promise<RandomAccess | undefined> {
    const b = this.files.get(name);
    return b && { size: b.length, read: async (at, n) => b.slice(at, at + n) };
  }
  async append(name: string, bytes: Uint8Array): Promise<void> {
    const was = this.files.get(name) ?? new Uint8Array(0);
    this.#lines += bytes.filter((v) => v === 10).length;
    const broken = this.#lines > this.breaksAfter;
    // The plug is pulled in the middle of a write.
    const part = broken ? bytes.subarray(0, Math.floor(bytes.length * 0.7)) : bytes;
    this.files.set(name, new Uint8Array(Buffer.concat([was, part])));
    if (broken) throw new Error("the plug was pulled");
  }
  async cut(name: string, size: number): Promise<void> {
    this.files.set(name, this.files.get(name)!.slice(0, size));
  }
  async replace(name: string, bytes: Uint8Array): Promise<void> {
    this.files.set(name, bytes);
  }
  pages(): ReadPage[] {
    const text = [...this.files]
      .filter(([k]) => k.startsWith("pages/"))
      .map(([, b]) => new TextDecoder().decode(b))
      .join("");
    return text
      .split("\n")
      .filter((l) => l !== "")
      .map((l) => JSON.parse(l));
  }
}

const DOCS: Readonly<Record<string, Uint8Array>> = {
  "a.txt": utf8(Array.from({ length: 30 }, (_, i) => `hoja ${i + 1} de un informe largo`).join("\f")),
  "b.eml": MAIL,
  "c.txt": utf8("una sola"),
  "d.bin": Uint8Array.of(0, 1, 2, 3),
  "e.txt": utf8(Array.from({ length: 11 }, (_, i) => `otra ${i + 1}`).join("\f")),
};

function documents(docs: Readonly<Record<string, Uint8Array>> = DOCS): OpenDocuments {
  return {
    acquisition: { kind: "documents" },
    name: "caja",
    async *files() {
      for (const [path, b] of Object.entries(docs)) {
        const file: DocumentFile = {
          path,
          kind: documentKind(b, true),
          size: b.length,
          ref: undefined,
          bytes: async () => b,
        };
        yield file;
      }
    },
    close: async () => {},
  };
}

const after = (ms: number, f: () => void): (() => void) => {
  const t = setTimeout(f, ms);
  return () => clearTimeout(t);
};

const options = (folder: Memory, threads: number, more: Partial<ReadArchiveOptions> = {}): ReadArchiveOptions => ({
  platform,
  documents: documents(),
  folder,
  lang: "spa",
  ocr: false,
  threads,
  spawn,
  after,
  ...more,
});

const keys = (pages: readonly ReadPage[]): string[] => pages.map((p) => `${p.path}:${p.page}`);
const ALL = [
  ...Array.from({ length: 30 }, (_, i) => `a.txt:${i + 1}`),
  "b.eml:1",
  "b.eml!/nota.txt:1",
  "b.eml!/nota.txt:2",
  "c.txt:1",
  "d.bin:1",
  ...Array.from({ length: 11 }, (_, i) => `e.txt:${i + 1}`),
];

test("every page once, in the order of the evidence, whatever the number of threads", async () => {
  const made = [];
  for (const threads of [1, 3]) {
    const folder = new Memory();
    const { coverage } = await readArchive(options(folder, threads));
    assert.deepEqual(keys(folder.pages()), ALL);
    assert.deepEqual(coverage.pages, { read: 45, poor: 0, unreadable: 1, blank: 0 });
    assert.deepEqual([coverage.documents, coverage.incomplete.map((d) => d.path)], [6, ["d.bin"]]);
    made.push([...folder.files].map(([k, b]) => [k, Buffer.from(b).toString("base64")]));
  }
  assert.deepEqual(made[0], made[1]);
});

test("a run that was ended anywhere goes on there: no page twice, none lost, the same bytes", async () => {
  const whole = new Memory();
  await readArchive(options(whole, 2));
  for (const n of [0, 1, 7, 8, 29, 30, 31, 32, 33, 34, 40, 45]) {
    const folder = new Memory();
    folder.breaksAfter = n;
    await assert.rejects(readArchive(options(folder, 2)), /plug/);
    folder.breaksAfter = Number.POSITIVE_INFINITY;
    const { kept } = await readArchive(options(folder, 2));
    assert.ok(kept <= n + 8);
    assert.deepEqual(keys(folder.pages()), ALL, `ended after ${n} lines`);
    assert.deepEqual(folder.files.get("pages/000001.jsonl"), whole.files.get("pages/000001.jsonl"));
  }
});

test("documents that nobody could open stand in the coverage, and whoever opens the archive learns how many", async () => {
  const folder = new Memory();
  const problems = [{ code: "zip-directory", path: "roto.zip", found: "x", lost: "file" }] as const;
  const { coverage } = await readArchive({ ...options(folder, 1), problems });
  assert.deepEqual(coverage.unopened, [{ code: "zip-directory", path: "roto.zip" }]);
  const part = (bytes: Uint8Array): ArchivePart => ({
    ...{ name: "coverage.json", size: bytes.length },
    async *stream() {
      yield bytes;
    },
  });
  assert.equal(await unopenedIn(part(folder.files.get("coverage.json")!)), 1);
  for (const other of ["", "null", "{}", '{"unopened":7}']) assert.equal(await unopenedIn(part(utf8(other))), 0, other);
  assert.equal(await unopenedIn(undefined), 0);
});

test("a finished archive stays as it is; other documents or settings are refused", async () => {
  const folder = new Memory();
  await readArchive(options(folder, 1));
  const before = folder.files.get("pages/000001.jsonl");
  const { kept } = await readArchive(options(folder, 1));
  assert.equal(kept, ALL.length);
  assert.deepEqual(folder.files.get("pages/000001.jsonl"), before);
  const usage = (e: unknown): boolean => e instanceof ContraluzError && e.code === "usage";
  await assert.rejects(readArchive(options(folder, 1, { lang: "eng" })), usage);
  await assert.rejects(readArchive(options(folder, 1, { documents: documents({ "z.txt": utf8("z") }) })), usage);
});

test("a file of messages with more attachments than anybody counts is still known as read", async () => {
  const m = new Memory();
  const asked = { name: "caja", lang: "spa", ocr: false };
  await new Output(m).open(asked, () => {});
  const one = { doc: "ab".repeat(32), page: 1, state: "read", from: "text", text: "" } as const;
  const lines = Array.from({ length: 24_000 }, (_, i) => ({ ...one, path: i % 2 ? `a.mbox!/${i}.pdf` : "a.mbox" }));
  m.files.set("pages/000001.jsonl", utf8(lines.map((l) => `${JSON.stringify(l)}\n`).join("")));
  const { tail } = await new Output(m).open(asked, () => {});
  const file = { path: "a.mbox", kind: "mbox", size: 1, ref: undefined, bytes: async () => undefined } as const;
  const files = async function* (): AsyncGenerator<DocumentFile> {
    yield file;
  };
  const units = [];
  for await (const u of unitsFrom(files(), tail)) units.push(u.from);
  assert.deepEqual(units, [24_000]);
});

test("a page that hangs or breaks its thread is given up and told, the next one is read", async () => {
  let started = 0;
  const stubborn = (): WorkerPort => {
    started++;
    const { near, far } = line();
    let error: (e: Error) => void = () => {};
    far.onMessage((m) => {
      const job = m as Job;
      const say = (t: Told): void => far.post(t);
      say({ kind: "opened", count: 6 });
      for (let i = job.from; i < Math.min(6, job.from + job.most); i++) {
        if (i === 2) return;
        if (i === 4) return void setImmediate(() => error(new Error("out of memory")));
        say({
          kind: "page",
          page: {
            doc: "a".repeat(64),
            path: job.path,
            page: i + 1,
            of: 6,
            state: "read",
            from: "text",
            text: `p${i + 1}`,
          },
        });
      }
      say({ kind: "end", engines: [] });
    });
    return { ...near, onError: (f) => void (error = f) };
  };
  const folder = new Memory();
  await readArchive(options(folder, 1, { documents: documents({ "a.txt": utf8("a") }), spawn: stubborn, pageMs: 60 }));
  assert.deepEqual(
    folder.pages().map((p) => [p.page, p.state, p.problems?.[0]?.code]),
    [
      [1, "read", undefined],
      [2, "read", undefined],
      [3, "unreadable", "page-slow"],
      [4, "read", undefined],
      [5, "unreadable", "document-damaged"],
      [6, "read", undefined],
    ],
  );
  assert.equal(started, 3);
});

test("called off: what was read stays, and the next run ends it", async () => {
  const folder = new Memory();
  const cancel = { aborted: false };
  const progress = (): void => void (cancel.aborted = true);
  await assert.rejects(
    readArchive(options(folder, 2, { cancel, progress })),
    (e) => e instanceof ContraluzError && e.code === "cancelled",
  );
  assert.ok(folder.pages().length > 0 && !folder.files.has("coverage.json"));
  await readArchive(options(folder, 2));
  assert.deepEqual(keys(folder.pages()), ALL);
});
