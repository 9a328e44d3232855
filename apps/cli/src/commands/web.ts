/** `contraluz web`: the web app, for the browser of this computer alone. It opens nothing by itself. @module */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { serveWeb } from "../web-server.ts";
import { W } from "../words.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The built app lies beside the bundle when packed, in `apps/web/dist` in a clone. */
function webFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, "web"), join(here, "../../../web/dist")].find((p) => existsSync(join(p, "index.html")));
}

function portOf(args: Args): number {
  const given = args.one("port");
  if (given === undefined) return 0;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(say(W.webPort, args.lang, { port: printable(given) }));
  return port;
}

/** Serves until it is interrupted. */
export async function webCommand(args: Args): Promise<number> {
  const port = portOf(args);
  const folder = webFolder();
  if (folder === undefined) throw new UsageError(say(W.webMissing, args.lang));
  const server = await serveWeb(folder, port).catch((e: unknown) => {
    const taken = e instanceof Error && (e as NodeJS.ErrnoException).code === "EADDRINUSE";
    throw taken ? new UsageError(say(W.webTaken, args.lang, { port: String(port) })) : e;
  });
  await writeOut(`${say(W.webAt, args.lang, { address: server.address })}\n`);
  await new Promise<void>((resolve) => {
    for (const s of SIGNALS) process.once(s, () => resolve());
  });
  await server.close();
  return EXIT.result;
}
