/**
 * `contraluz hunt trino`: the tables under which a server of Trino finds a lab; and that server as the engine of a hunt. It is
 * connected to only when `--trino` names it.
 * @module
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Cancel, ContraluzError, say } from "@contraluz/core";
import {
  dropTables,
  type Lab,
  type LabCase,
  makeTables,
  openTrino,
  readManifest,
  schemaOf,
  type TrinoEngine,
  type TrinoSchema,
  type TrinoServer,
  trinoClient,
} from "@contraluz/hunt";
import { mayAsk, trinoWire } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { passwordFile } from "../prompt.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { labPath, readLab } from "./lab.ts";
import { TW } from "./trino-words.ts";

/** Who asks, where the address does not say: Trino wants a name. */
const USER = "contraluz";
const SCHEMA = "hive.lab";

export interface NamedServer {
  readonly server: TrinoServer;
  readonly schema: TrinoSchema;
}

/** `--trino URL,catalog.schema` and `--password-file`. Throws UsageError. */
export async function serverOf(args: Args): Promise<NamedServer> {
  const { lang } = args;
  const text = args.one("trino");
  if (text === undefined) throw new UsageError(say(TW.needUrl, lang));
  const [address = "", name = SCHEMA, ...more] = text.split(",");
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.hash === "";
  const bad = (): UsageError => new UsageError(say(TW.badUrl, lang, { found: printable(text.slice(0, 200)) }));
  if (url && url.password !== "") throw new UsageError(say(TW.passwordInUrl, lang));
  if (!plain || more.length > 0) throw bad();
  if (!mayAsk(url)) throw new UsageError(say(TW.httpsOnly, lang));
  let schema: TrinoSchema;
  try {
    schema = schemaOf(name);
  } catch (e) {
    throw e instanceof ContraluzError ? bad() : e;
  }
  const user = url.username === "" ? USER : decodeURIComponent(url.username);
  const server: TrinoServer = { url: url.origin, user };
  const file = args.one("password-file");
  if (file === undefined) return { server, schema };
  if (url.protocol !== "https:") throw new UsageError(say(TW.passwordHttps, lang));
  const path = resolve(file);
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(path) }));
  const password = await passwordFile(path);
  const both = Buffer.concat([Buffer.from(`${user}:`), password]);
  password.fill(0);
  const authorization = `Basic ${both.toString("base64")}`;
  both.fill(0);
  return { server: { ...server, authorization }, schema };
}

/** Trino as the engine over cases of a lab. Whoever opens it closes it. */
export async function trinoEngine(
  args: Args,
  lab: Pick<Lab, "folder">,
  cases: readonly LabCase[],
  cancel?: Cancel,
): Promise<TrinoEngine> {
  const { server, schema } = await serverOf(args);
  const wire = trinoWire();
  const client = trinoClient(server, wire, cancel);
  const name = Array.from(nodeMachine().random(6), (b) => b.toString(16).padStart(2, "0")).join("");
  try {
    const packed = await readManifest(lab);
    const engine = await openTrino({ client, schema, cases, name, ...(packed ? { packed } : {}) });
    return {
      ...engine,
      async close() {
        try {
          await engine.close();
        } finally {
          wire.close();
        }
      },
    };
  } catch (e) {
    wire.close();
    throw e;
  }
}

export async function trinoCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  await readLab(args, path);
  const { server, schema } = await serverOf(args);
  const drop = args.flags.has("drop");
  const folder = args.one("trino-folder");
  if (!drop && folder === undefined) throw new UsageError(say(TW.needFolder, lang));
  const wire = trinoWire();
  const stop = interruption();
  try {
    const client = trinoClient(server, wire, stop.signal);
    if (drop) await dropTables(client, schema);
    else {
      // A table wants its folder to be there, also while nothing is in it.
      for (const name of ["keys", "records", "packed/keys", "packed/records"])
        mkdirSync(join(path, name), { recursive: true, mode: 0o700 });
      await makeTables(client, schema, folder!);
    }
    const shown = `${schema.catalog}.${schema.schema}`;
    if (args.flags.has("json")) await writeOut(`${JSON.stringify({ ...schema, dropped: drop })}\n`);
    else await writeOut(`${say(drop ? TW.dropped : TW.tables, lang, { schema: shown })}\n`);
    return EXIT.result;
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "usage") throw new UsageError(printable(e.message));
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    wire.close();
    stop.end();
  }
}
