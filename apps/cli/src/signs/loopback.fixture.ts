/**
 * `contraluz indicators` with a server on loopback in the place of the public sites: `node loopback.fixture.ts ORIGIN NOW ARGS…`.
 * Only here, never in what is shipped, is http spoken and an address other than those of the index asked.
 */
import { download } from "@contraluz/platform-node";
import { readArgs, UsageError } from "../args.ts";
import { signsCommand } from "../commands/signs.ts";
import type { Get } from "./update.ts";

const [origin = "", now = "", ...argv] = process.argv.slice(2);
const limits = { connect: 400, idle: 400, whole: 1500, bytes: 5_000_000 };
const get: Get = (url) =>
  download(new URL(new URL(url).pathname, origin).href, { allow: (u) => u.origin === origin, limits });
try {
  process.exitCode = await signsCommand(readArgs(["indicators", ...argv], "es"), { get, now: () => now });
} catch (e) {
  if (!(e instanceof UsageError)) throw e;
  process.stderr.write(`${e.message}\n`);
  process.exitCode = 2;
}
