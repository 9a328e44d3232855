/** Commands of dossiers; each is loaded when it is typed. @module */
import type { Args } from "../args.ts";

type Command = (args: Args) => Promise<number>;

const make = (): Promise<typeof import("./make.ts")> => import("./make.ts");
const sign = (): Promise<typeof import("./sign.ts")> => import("./sign.ts");

export const DOSSIER_HANDLERS: Readonly<Record<string, Command>> = {
  "dossier make": async (a) => (await make()).makeCommand(a),
  "dossier redact": async (a) => (await make()).redactCommand(a),
  "dossier key": async (a) => (await sign()).keyCommand(a),
  "dossier sign": async (a) => (await sign()).signCommand(a),
  "dossier stamp": async (a) => (await import("./stamp.ts")).stampCommand(a),
  verify: async (a) => (await import("./verify.ts")).verifyCommand(a),
};
