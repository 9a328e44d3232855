/** Commands of the hunt by name; each module is loaded when it is asked for. @module */
import type { Args } from "../args.ts";

type Command = (args: Args) => Promise<number>;

export const HUNT_HANDLERS: Readonly<Record<string, Command>> = {
  "hunt init": async (a) => (await import("./init.ts")).initCommand(a),
};
