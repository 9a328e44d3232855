/** Commands of the hunt by name; each module is loaded when it is asked for. @module */
import type { Args } from "../args.ts";

type Command = (args: Args) => Promise<number>;

export const HUNT_HANDLERS: Readonly<Record<string, Command>> = {
  "hunt add": async (a) => (await import("./add.ts")).addCommand(a),
  "hunt list": async (a) => (await import("./list.ts")).listCommand(a),
  "hunt forget": async (a) => (await import("./forget.ts")).forgetCommand(a),
  "hunt init": async (a) => (await import("./init.ts")).initCommand(a),
  "hunt pack": async (a) => (await import("./pack.ts")).packCommand(a),
  "hunt trino": async (a) => (await import("./trino.ts")).trinoCommand(a),
  "hunt run": async (a) => (await import("./run.ts")).runCommand(a),
  "hunt diff": async (a) => (await import("./diff.ts")).diffCommand(a),
  "hunt campaigns": async (a) => (await import("./campaigns.ts")).campaignsCommand(a),
  "hunt share": async (a) => (await import("./share.ts")).shareCommand(a),
  "hunt compare": async (a) => (await import("./compare.ts")).compareCommand(a),
  "hunt ingest": async (a) => (await import("./ingest.ts")).ingestCommand(a),
  "hunt jobs": async (a) => (await import("./jobs.ts")).jobsCommand(a),
  "hunt search": async (a) => (await import("./search.ts")).searchCommand(a),
};
