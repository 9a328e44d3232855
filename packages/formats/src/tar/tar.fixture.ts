/** Tars for tests: as they are read, and made with headers that say what they are told to say. @module */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { Moment, Problem } from "@contraluz/core";
import { readTar } from "./index.ts";

export const root: string = mkdtempSync(join(tmpdir(), "contraluz-tar-"));
after(() => rmSync(root, { recursive: true, force: true }));

export async function* pieces(b: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < b.length; at += size) yield b.subarray(at, at + size);
}

export interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly modified: Moment | undefined;
  readonly bytes: Buffer;
}

export interface Read {
  readonly entries: Entry[];
  readonly problems: Problem[];
}

export async function read(
  b: Buffer,
  o: { readonly piece?: number; readonly skip?: (name: string) => boolean } = {},
): Promise<Read> {
  const [entries, problems]: [Entry[], Problem[]] = [[], []];
  for await (const e of readTar(pieces(b, o.piece ?? 10_000), (p) => problems.push(p))) {
    const parts: Uint8Array[] = [];
    if (!o.skip?.(e.name)) for await (const p of e.stream()) parts.push(p.slice());
    entries.push({ name: e.name, kind: e.kind, size: e.size, modified: e.modified, bytes: Buffer.concat(parts) });
  }
  return { entries, problems };
}

export const codes = (r: Read): string[] => r.problems.map((p) => p.code);
export const names = (r: Read): string[] => r.entries.map((e) => e.name);
export const sha = (b: Buffer): string => createHash("sha256").update(b).digest("hex");

export interface Part {
  readonly name?: string;
  readonly data?: Buffer;
  readonly type?: string;
  /** The field as it stands. */
  readonly size?: string | Buffer;
  readonly magic?: string;
  readonly sum?: string;
}

export function header(p: Part): Buffer {
  const h = Buffer.alloc(512);
  h.write(p.name ?? "file", 0, 100);
  h.write("0000644\0", 100);
  h.write("0000000\0", 108);
  h.write("0000000\0", 116);
  const size = p.size ?? `${(p.data?.length ?? 0).toString(8).padStart(11, "0")}\0`;
  if (typeof size === "string") h.write(size, 124, 12);
  else size.copy(h, 124);
  h.write("14615700731\0", 136);
  h.write("        ", 148);
  h.write(p.type ?? "0", 156);
  h.write(p.magic ?? "ustar\x0000", 257, "latin1");
  h.write(
    p.sum ??
      `${h
        .reduce((a, b) => a + b, 0)
        .toString(8)
        .padStart(6, "0")}\0 `,
    148,
  );
  return h;
}

export function made(parts: readonly Part[], end = 1024): Buffer {
  return Buffer.concat([
    ...parts.flatMap((p) => [
      header(p),
      p.data ?? Buffer.alloc(0),
      Buffer.alloc((512 - ((p.data?.length ?? 0) % 512)) % 512),
    ]),
    Buffer.alloc(end),
  ]);
}

/** A pax header: `LENGTH KEY=VALUE\n`. */
export function pax(records: readonly (readonly [string, string])[], type = "x"): Part {
  const lines = records.map(([k, v]) => {
    const rest = Buffer.from(` ${k}=${v}\n`);
    let n = rest.length + 1;
    while (String(n).length + rest.length !== n) n = String(n).length + rest.length;
    return Buffer.concat([Buffer.from(String(n)), rest]);
  });
  return { name: "PaxHeader", type, data: Buffer.concat(lines) };
}

export const x: Buffer = Buffer.from("some bytes");
