/** The command line as a person meets it: child processes, folders of their own, backups that hold little. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BackupFile, makeBackup } from "../../../samples/lib/backup.ts";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";

export const MAIN: string = fileURLToPath(new URL("main.ts", import.meta.url));
export const ROOT: string = fileURLToPath(new URL("../../../", import.meta.url));
export const SAMPLE: string = join(ROOT, "samples/journalist");
export const PASSWORD = "contraseña ñandú";

/** SGR, line clearing, and everything else that a terminal would obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what we look for
export const CONTROL: RegExp = /(?![\n])[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly program?: readonly string[];
  /** Called with the process once it runs. */
  readonly started?: (child: ChildProcess) => void;
}

/** Spanish of Mexico, no colours asked for or declined; nothing of the machine that runs the tests. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", HOME = "", SystemRoot, NODE_COMPILE_CACHE } = process.env;
  // Lists that are installed on this machine are no part of a test.
  const XDG_DATA_HOME = join(tmpdir(), "contraluz-no-lists");
  return {
    PATH,
    HOME,
    XDG_DATA_HOME,
    LANG: "es_MX.UTF-8",
    ...(SystemRoot ? { SystemRoot } : {}),
    ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
    ...more,
  };
}

/** Runs the command line to its end. */
export function contraluz(args: readonly string[], o: RunOptions): Promise<Ran> {
  const [program, ...first] = o.program ?? [process.execPath, MAIN];
  const child = spawn(program!, [...first, ...args], { cwd: o.cwd, env: environment(o.env), stdio: "pipe" });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (b: Buffer) => out.push(b));
  child.stderr.on("data", (b: Buffer) => err.push(b));
  // Who ends before it has read its input closes the pipe: that is no error of the test.
  child.stdin.on("error", () => {});
  child.stdin.end(o.input ?? "");
  o.started?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** A folder that is gone after the test. */
export function folder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "contraluz-cli-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A backup with one message, from one sender. */
export function smallBackup(
  dir: string,
  o: { dpic?: number; plain?: true; text?: string; files?: BackupFile[] } = {},
): void {
  const { db: body } = makeDatabase((db) => {
    db.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, service TEXT, date INTEGER,
        is_from_me INTEGER, attributedBody BLOB);
      INSERT INTO handle VALUES (1, '+525500000142', 'SMS')`);
    db.prepare("INSERT INTO message VALUES (1, 'g', ?, 1, 'SMS', 738000000000000000, 0, NULL)").run(
      o.text ?? "mira https://aviso-paqueteria.example/g/7f3k2",
    );
  });
  makeBackup(
    dir,
    [{ domain: "HomeDomain", path: "Library/SMS/sms.db", body, modified: 1_716_000_000 }, ...(o.files ?? [])],
    {
      device: {
        name: "iPhone",
        type: "iPhone10,4",
        product: "iPhone 8",
        version: "16.7.10",
        build: "20H350",
        udid: "0".repeat(25),
      },
      taken: new Date("2024-10-02T14:20:00Z"),
      apps: [],
      ...(o.plain ? {} : { encrypt: { password: PASSWORD, dpic: o.dpic ?? 1000 } }),
    },
  );
}
