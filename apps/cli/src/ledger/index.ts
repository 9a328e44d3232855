/** Commands of the ledger, and of entities, by name; each is loaded when it is typed. @module */
import type { Args } from "../args.ts";

type Command = (args: Args) => Promise<number>;

const ledger = (): Promise<typeof import("./commands.ts")> => import("./commands.ts");

export const LEDGER_HANDLERS: Readonly<Record<string, Command>> = {
  "ledger check": async (a) => (await ledger()).checkCommand(a),
  "ledger show": async (a) => (await ledger()).showCommand(a),
  "ledger export": async (a) => (await ledger()).exportCommand(a),
  "archive entities": async (a) => (await import("./entities.ts")).entitiesCommand(a),
};
