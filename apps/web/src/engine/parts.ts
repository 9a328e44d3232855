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
    fits: /\/(manifest|data-usage|net-usage|network-apps|analytics|process|task-|spindump|shutdown|crash|apps?|app-|application|installed|store-apps|binary|unified-log|log-|power-log|installation|container|associated-domains|file-system|packages|qf-packages|components|install-log|apks|platform-compat|battery-|usage-stats|services|netstat|tombstones|logcat|dbinfo|root-binaries|files)/,
    on: true,
  },
  {
    id: "messages",
    fits: /\/(sms|messages|whatsapp|telegram|signal|viber|mail|attachments|messenger|social)/,
    on: true,
  },
  {
    id: "browsing",
    fits: /\/(safari|chrome|firefox|webkit|cookies|cached-requests|browser|web-|intrusion-logs)/,
    on: true,
  },
  {
    id: "contacts",
    fits: /\/(calls?|call-|contacts|address-book|id-status-cache|interactions?|facetime|accounts?|key-transparency)/,
    on: true,
  },
  {
    id: "permissions",
    fits: /\/(tcc|configuration-profiles|profile-events|location|certificates|trust-store|provisioning|supervision|settings-events|shortcuts|managed|mdm|permissions|privacy|accessibility|device-policy|notification-listeners|roles|adb-keys|vpn)/,
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
