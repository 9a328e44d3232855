/** Pictures from a thread: one that hangs or breaks costs its own picture, and files are found again in any order. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import type { WorkerPort } from "@contraluz/core";
import type { DocumentFile, OpenDocuments } from "@contraluz/evidence/documents/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { PictureLane, servePictures } from "./picture-thread.ts";

const platform = nodePlatform({ workers: 0 });
const sha = (b: Uint8Array): string => createHash("sha256").update(b).digest("hex");

/** Two ends of a line, in this thread. `broken`: whoever listens hears nothing, or that it ended. */
function line(broken?: "hangs" | "ends"): WorkerPort & { readonly closed: () => boolean } {
  const ends: ((m: unknown) => void)[] = [() => {}, () => {}];
  let [open, error] = [true, (_: Error): void => {}];
  const end = (mine: number): WorkerPort => ({
    post: (m) =>
      void setImmediate(() => {
        if (broken === "ends") error(new Error("out of memory"));
        else if (open && broken === undefined) ends[1 - mine]!(m);
      }),
    onMessage: (f) => void (ends[mine] = f),
    onError: (f) => void (error = f),
    close: () => {
      open = false;
    },
  });
  servePictures(end(1), platform);
  return { ...end(0), closed: () => !open };
}

/** A gray PNG (W3C, third edition: 5, 11.2). */
function png(tone: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const [size, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, "latin1"), data])];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Uint8Array.of(0, 0, 0, 40, 0, 0, 0, 30, 8, 0, 0, 0, 0);
  const rows = Buffer.alloc(30 * 41, tone);
  for (let y = 0; y < 30; y++) rows[y * 41] = 0;
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array(0))];
  return Uint8Array.from(Buffer.concat([Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), ...parts]));
}

/** Documents in memory; how often they were walked is counted. */
function documents(files: Readonly<Record<string, Uint8Array>>): OpenDocuments & { readonly walks: () => number } {
  let walks = 0;
  return {
    acquisition: { kind: "documents" },
    name: "x",
    walks: () => walks,
    async *files() {
      walks++;
      for (const [path, bytes] of Object.entries(files)) {
        const file: DocumentFile = { path, kind: "png", size: bytes.length, ref: undefined, bytes: async () => bytes };
        yield file;
      }
    },
    close: async () => {},
  };
}

const page = (path: string, bytes: Uint8Array) => ({ doc: sha(bytes), path, page: 1 });
const never = (): (() => void) => () => {};

test("pages are drawn in any order; what is not there, or is another file, is told", async () => {
  const [a, b] = [png(10), png(200)];
  const d = documents({ "a.png": a, "b.png": b });
  const lane = new PictureLane(d, { spawn: () => line(), after: never });
  for (const [path, bytes, tone] of [
    ["b.png", b, 200],
    ["a.png", a, 10],
    ["b.png", b, 200],
  ] as const) {
    const p = await lane.of(page(path, bytes));
    assert.ok(typeof p !== "string", `${path} ${p}`);
    assert.deepEqual([p.width, p.height, p.gray[600]], [40, 30, tone]);
  }
  assert.equal(await lane.of(page("c.png", a)), "missing");
  assert.equal(await lane.of(page("a.png", b)), "changed");
  assert.ok(d.walks() <= 6);
  await lane.close();
});

test("a thread that hangs is ended after its time, one that ends by itself is not waited for; the next picture is drawn", async () => {
  const a = png(10);
  for (const how of ["hangs", "ends"] as const) {
    const ports: ReturnType<typeof line>[] = [];
    const lane = new PictureLane(documents({ "a.png": a }), {
      spawn: () => {
        const port = line(ports.length === 0 ? how : undefined);
        ports.push(port);
        return port;
      },
      // The time of the first is over at once.
      after: (_, f) => {
        if (how === "hangs" && ports.length === 1) setImmediate(() => setImmediate(f));
        return () => {};
      },
    });
    assert.equal(await lane.of(page("a.png", a)), "unreadable", how);
    assert.ok(ports[0]!.closed(), how);
    assert.ok(typeof (await lane.of(page("a.png", a))) !== "string", how);
    assert.equal(ports.length, 2);
    await lane.close();
    assert.ok(ports[1]!.closed());
  }
});
