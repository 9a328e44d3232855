/** The command line in this process, in a folder of its own: twenty processes would take longer than all that they do. */
import { join } from "node:path";
import { run } from "../run.ts";

/** A consent to read everything, without what people wrote, and to note what they saw. */
export const CONSENT = {
  id: "c1",
  person: { label: "r1" },
  organisation: "Línea de prueba",
  purpose: "Ver si hay rastros",
  artifacts: "all",
  content: false,
  copies: false,
  publication: "none",
  keepUntil: "2190-05-01",
  after: "delete",
  recipients: [],
  incidents: true,
  given: { on: "2020-01-01", how: "signed" },
} as const;

export interface Inside {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command with `dir` as the place where the person stands, and home. Not two at once. */
export async function inside(dir: string, args: readonly string[]): Promise<Inside> {
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const said = { out: "", err: "" };
  const [out, err] = [process.stdout.write, process.stderr.write];
  const keep = (to: "out" | "err", real: typeof process.stdout.write) =>
    ((text: string | Uint8Array, ...rest: never[]) => {
      // Bytes are the test runner's, which tells its own process how it goes.
      if (typeof text !== "string") return real.call(process.stdout, text, ...rest);
      said[to] += text;
      const done = rest.at(-1) as unknown;
      if (typeof done === "function") done();
      return true;
    }) as typeof process.stdout.write;
  process.chdir(dir);
  Object.assign(process.env, { XDG_DATA_HOME: join(dir, "home"), LANG: "es_MX.UTF-8", LC_ALL: "", LC_MESSAGES: "" });
  process.stdout.write = keep("out", out);
  process.stderr.write = keep("err", err);
  try {
    const code = await run(args);
    return { code, ...said };
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
    process.chdir(before.cwd);
    process.env = before.env;
  }
}
