/**
 * The parts of a phone that a person allows or not, in plain words on the consent page. Every place belongs to one part:
 * the first whose pattern fits its id, else `system`.
 * @module
 */

export interface Part {
  readonly id: PartId;
  readonly fits: RegExp;
  /** Allowed unless the person says no. */
  readonly on: boolean;
}

export type PartId = "programs" | "messages" | "browsing" | "contacts" | "permissions" | "calendar" | "system";

export const PARTS: readonly Part[] = [
  {
    id: "programs",
    fits: /\/(manifest|data-usage|os-analytics|process|shutdown|apps?|app-|application|installed|crash)/,
    on: true,
  },
  {
    id: "messages",
    fits: /\/(sms|messages|whatsapp|telegram|signal|viber|mail|attachments|messenger|social)/,
    on: true,
  },
  { id: "browsing", fits: /\/(safari|chrome|firefox|webkit|cookies|browser|web-)/, on: true },
  {
    id: "contacts",
    fits: /\/(calls?|call-|contacts|address-book|id-status-cache|interactions?|facetime|accounts?)/,
    on: true,
  },
  {
    id: "permissions",
    fits: /\/(tcc|configuration-profiles|profile-events|location|certificates|shortcuts|managed|mdm|permissions|privacy)/,
    on: true,
  },
  { id: "calendar", fits: /\/(calendar|reminders|notes)/, on: true },
  { id: "system", fits: /./, on: true },
];

/** The part that a place belongs to. */
export function partOf(artifact: string): PartId {
  return (PARTS.find((p) => p.fits.test(artifact)) ?? PARTS[PARTS.length - 1]!).id;
}

/** `all` where every part is allowed; else the places of those that are, in the order given. */
export function placesOf(parts: "all" | readonly string[], artifacts: readonly string[]): "all" | readonly string[] {
  if (parts === "all" || PARTS.every((p) => parts.includes(p.id))) return "all";
  return artifacts.filter((id) => parts.includes(partOf(id)));
}
