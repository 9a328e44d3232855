/** What of a case goes into a dossier, and whether its consent lets it go to whom it is for. @module */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { mayExport } from "@contraluz/case/consent/gate.ts";
import type { Audience } from "@contraluz/case/consent/types.ts";
import {
  type DossierInput,
  type DossierMade,
  PUBLISHED,
  publishableConsent,
  saltsOf,
  type Withholdable,
} from "@contraluz/case/dossier/index.ts";
import {
  checksOf,
  latestConsent,
  type OpenVault,
  openVaultToWrite,
  Refused,
  resultOfCheck,
  storedCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { identitiesOf } from "../case/identity.ts";
import { actorOf, nodeMachine, refusedWords } from "../case/open.ts";
import { pathOf } from "./bag.ts";
import { D, LINE } from "./words.ts";

/** The secret of the salts of a case: every edition of every dossier has the same ones. */
const SECRET = "dossier/salts";

export function isCase(path: string): boolean {
  return existsSync(join(path, "case.json"));
}

async function secretOf(vault: OpenVault): Promise<Uint8Array> {
  const fresh = vault.machine.random(32);
  // Nothing happens if there is one.
  await vault.files.create(
    SECRET,
    (async function* () {
      yield fresh;
    })(),
  );
  const source = await vault.files.read(SECRET);
  if (!source) throw new Error("the secret of the salts was not kept");
  const bytes = (await source.read(0, 32)).slice();
  await source.close?.();
  return bytes;
}

function audienceOf(args: Args): Audience {
  const to = args.one("whom");
  if (to === undefined) throw new UsageError(say(D.needTo, args.lang));
  return to === "public" || to === "person" ? { who: to } : { who: "named", name: to };
}

/** Opens the case to write; the caller lets go of it. Throws UsageError where the consent says no. */
export async function caseInput(
  args: Args,
  shared: Omit<DossierInput, "title" | "edition" | "checks" | "custody" | "salts">,
): Promise<{ readonly input: DossierInput; readonly vault: OpenVault; readonly edition: "full" | "anonymous" }> {
  const to = audienceOf(args);
  const path = pathOf(args, 0, LINE.make);
  const vault = await openVaultToWrite(vaultFolder(path), { identities: await identitiesOf(args) }, nodeMachine());
  try {
    const consent = latestConsent(vault.state);
    const withdrawn = withdrawalOf(vault.state);
    const anonymous = to.who !== "person" && consent?.publication === "anonymous";
    const ask = { what: "dossier", edition: anonymous ? "anonymous" : "full", to, on: shared.at.slice(0, 10) } as const;
    const no = mayExport(consent, { ...ask, ...(withdrawn ? { withdrawn } : {}) });
    if (no) throw refusedWords(new Refused(no), args);
    const names = anonymous && consent?.person.name !== undefined ? [consent.person.name] : [];
    const checks = [];
    for (const { check: name } of checksOf(vault.state))
      checks.push({ name, folder: storedCheck(vault, name), result: await resultOfCheck(vault, name) });
    const custody = vault.log.map((e) => ({ line: e.line, salt: e.salt, text: e.text }));
    // Without a name: also not by what the phone is called, its serial number, or who is named in the log.
    const withheld = (w: Withholdable): boolean => w.kind === "entry" && !PUBLISHED.has(w.action);
    const input: DossierInput = {
      ...shared,
      title: args.one("subject") ?? "",
      edition: anonymous ? { kind: "redacted", withheld } : { kind: "full" },
      checks,
      custody,
      ...(consent ? { consent: publishableConsent(consent) } : {}),
      salts: saltsOf(await secretOf(vault)),
      never: [...names, ...(shared.never ?? [])],
    };
    return { input, vault, edition: anonymous ? "anonymous" : "full" };
  } catch (e) {
    await vault.close();
    throw e;
  }
}

/** Writes down in the case what was made, and for whom. */
export async function noteDossier(
  vault: OpenVault,
  made: DossierMade,
  edition: "full" | "anonymous",
  args: Args,
): Promise<void> {
  const to = args.one("whom");
  await vault.write({
    actor: actorOf(args),
    action: "dossier",
    output: [made.tagmanifest],
    data: { edition, tagmanifest: made.tagmanifest, ...(to === undefined ? {} : { recipient: to }) },
  });
}
