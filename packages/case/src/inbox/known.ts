/** What is known of the cases that are there, as far as arrivals are compared with it. @module */
import { encodeJson, type Json } from "@contraluz/core";
import type { Consent, Withdrawal } from "../consent/types.ts";
import { latestConsent, withdrawalOf } from "../vault/state.ts";
import { openVault } from "../vault/vault.ts";
import { type CaseShelf, type IntakeOptions, openerOf } from "./types.ts";

/** What the log says of evidence that came in a pack. */
const PACK_FROM = /^pack ([0-9a-f]{16})$/;

/** What is known of the cases that are there, as far as arrivals are compared with it. */
export interface Known {
  /** Of ids of packs, of evidence and of texts of consents: the case. */
  readonly packs: Map<string, string>;
  readonly evidence: Map<string, string>;
  readonly consents: Map<string, string>;
  /** Consents that hold no more, since they were taken back or another one came after them. */
  readonly former: Map<string, { readonly case: string; readonly withdrawn?: Withdrawal }>;
}

/** A consent, word by word. */
export const textOf = (c: Consent): string => encodeJson(c as unknown as Json);

export async function knownOf(shelf: CaseShelf, o: IntakeOptions): Promise<Known> {
  const known: Known = { packs: new Map(), evidence: new Map(), consents: new Map(), former: new Map() };
  for (const name of await shelf.list()) {
    const vault = await openVault(shelf.folder(name), openerOf(o), o.machine).catch(() => undefined);
    if (!vault) continue;
    for (const e of vault.state.evidence) {
      known.evidence.set(e.id, name);
      const pack = PACK_FROM.exec(e.from ?? "")?.[1];
      if (pack !== undefined) known.packs.set(pack, name);
    }
    for (const c of vault.state.consents) {
      const { withdrawn: w } = c;
      const back = w ? { withdrawn: { on: w.at.slice(0, 10), why: w.why } } : {};
      known.former.set(textOf(c.consent), { case: name, ...back });
    }
    const consent = latestConsent(vault.state);
    if (consent && !withdrawalOf(vault.state)) known.consents.set(textOf(consent), name);
  }
  for (const text of known.consents.keys()) known.former.delete(text);
  return known;
}
