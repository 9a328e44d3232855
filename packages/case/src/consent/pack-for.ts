/** For whom a pack may be locked: whoever the consent was given to, and those whom it names for packs. @module */
import { HOLDS, mayExport, sameName, standing } from "./gate.ts";
import type { Consent, Refusal } from "./types.ts";

/** A key, and whose it is said to be. Left out: the organisation that the consent was given to. */
export interface PackKey {
  readonly key: string;
  readonly name?: string;
}

/** Who may have a pack under this consent, the organisation first, each once. */
export function packReceivers(c: Consent): readonly string[] {
  const names = [c.organisation, ...c.recipients.filter((r) => HOLDS.pack.includes(r.what)).map((r) => r.name)];
  return names.filter((n, i) => names.findIndex((o) => sameName(o, n)) === i);
}

/** Why a pack may not be locked for somebody; undefined if it may. */
function mayPackFor(c: Consent, name: string, on: string): Refusal | undefined {
  // Who asked for the consent is who it lets check the phone.
  if (sameName(name, c.organisation)) return standing(c, on);
  return mayExport(c, { what: "pack", edition: "full", to: { who: "named", name }, on });
}

export type PackFor =
  /** `names`: for whom it is, each once. `also`: who may have one and gets none. */
  | { readonly ok: true; readonly names: readonly string[]; readonly also: readonly string[] }
  | { readonly ok: false; readonly why: "whose"; readonly may: readonly string[] }
  | { readonly ok: false; readonly why: "refused"; readonly refusal: Refusal; readonly may: readonly string[] };

/** One key without a name is the organisation's; of several each needs one, since a key says nothing of whose it is. */
export function packFor(c: Consent, keys: readonly PackKey[], on: string): PackFor {
  const may = packReceivers(c);
  if (keys.length > 1 && keys.some((k) => k.name === undefined)) return { ok: false, why: "whose", may };
  const names: string[] = [];
  for (const { name = c.organisation } of keys) {
    const refusal = mayPackFor(c, name, on);
    if (refusal) return { ok: false, why: "refused", refusal, may };
    // As the consent writes it.
    const theirs = may.find((m) => sameName(m, name)) ?? name;
    if (!names.includes(theirs)) names.push(theirs);
  }
  return { ok: true, names, also: may.filter((m) => !names.includes(m)) };
}
