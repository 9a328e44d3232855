/**
 * The maker of a machine by the beginning of its address (OUI), of about a hundred makers, and whether that maker is known for cameras or
 * for the radio of small things. Weak evidence: a module's maker is not the thing's, and an address can be made up.
 *
 * Source: IEEE Registration Authority (MA-L, MA-M, MA-S); the choice of makers is ours.
 * @module
 */
import { TABLE } from "./table.ts";

export interface OuiMaker {
  readonly name: string;
  /** `module`: the radio in plugs, bulbs and cheap cameras. */
  readonly role: "camera" | "module" | "other";
}

let byPrefix: Map<string, OuiMaker> | undefined;

/** The table, made once it is asked for. */
function load(): Map<string, OuiMaker> {
  if (byPrefix) return byPrefix;
  byPrefix = new Map();
  for (const line of TABLE.trim().split("\n")) {
    const [name, role, digits, deltas] = line.split("|") as [string, OuiMaker["role"], string, string];
    const maker: OuiMaker = { name, role };
    let prefix = 0;
    for (const d of deltas.split(" ")) {
      prefix += Number.parseInt(d, 36);
      byPrefix.set(prefix.toString(16).padStart(Number(digits), "0"), maker);
    }
  }
  return byPrefix;
}

/**
 * The maker of `mac` (`aa:bb:cc:dd:ee:ff`); undefined where it is none of the table, or the address is made up.
 * @example makerOf("44:19:b6:00:00:01")?.role === "camera"
 */
export function makerOf(mac: string): OuiMaker | undefined {
  const hex = mac.toLowerCase().replaceAll(":", "");
  if (hex.length !== 12 || (Number.parseInt(hex[1]!, 16) & 2) !== 0) return undefined;
  const table = load();
  return table.get(hex.slice(0, 9)) ?? table.get(hex.slice(0, 7)) ?? table.get(hex.slice(0, 6));
}
