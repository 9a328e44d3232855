/** Cases in the engine's thread: one shelf, one key, one open case. The page gets views of it, never the case. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { standing } from "@contraluz/case/consent/gate.ts";
import { letterHtml } from "@contraluz/case/consent/letter.ts";
import { type CaseRow, caseRows, takeIn } from "@contraluz/case/inbox/index.ts";
import { hashText } from "@contraluz/case/log/entry.ts";
import type { CiteSource } from "@contraluz/case/review/stories.ts";
import {
  createVault,
  latestConsent,
  type Opener,
  type OpenVault,
  openVaultToWrite,
  purgeCase,
  recipientsOf,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { custodyFormHtml } from "@contraluz/case/windows/form.ts";
import { type Lang, say, type VaultFolder } from "@contraluz/core";
import { openInput } from "@contraluz/evidence";
import { fileInput } from "@contraluz/platform-web";
import type { Handed } from "../../archive/sealed.ts";
import { VERSION } from "../../version.ts";
import type { CaseAsk, CaseQuestions, CaseView, Shelf, Told } from "../ask.ts";
import { arrivalsOf } from "./arrivals.ts";
import { backupZip } from "./backup.ts";
import { caseChecks, type DeskHost } from "./checks.ts";
import { editionParts } from "./edition.ts";
import { findingsOf } from "./findings.ts";
import { newKey, openerOf, openersOf } from "./keys.ts";
import { dossierView, dossierZip, packEvidence, verifyBag } from "./leave.ts";
import { incidentsPage, mapOf } from "./map.ts";
import { prove, question } from "./prove.ts";
import { restoreCase } from "./restore.ts";
import { CaseTimeline } from "./rows.ts";
import { shelfOf, type WebShelf } from "./shelf.ts";
import { storiesOf } from "./stories.ts";
import { tell, Unsaid } from "./told.ts";
import { DESK } from "./words.ts";
import { writeAct } from "./write.ts";

/** Entries of the log that a view carries. */
const LOG = 200;

/** Who can open it by a key, as its log adds up. */
function openersNow({ log }: Pick<OpenVault, "log">): readonly string[] {
  const all = new Set<string>();
  for (const e of log)
    if (e.head.action === "recipients") {
      const d = e.data as { readonly added: readonly string[]; readonly removed: readonly string[] };
      for (const r of d.added) all.add(r);
      for (const r of d.removed) all.delete(r);
    }
  return [...all];
}

export interface Desk {
  answer(q: CaseAsk): Promise<Told<unknown>>;
  close(): Promise<void>;
}

export function caseDesk(host: DeskHost): Desk {
  const { machine } = host;
  const { platform } = machine;
  let shelf: WebShelf | undefined;
  let where: Shelf = { own: true };
  let by: Opener | undefined;
  let actor = "r1";
  let open: { readonly name: string; readonly vault: OpenVault } | undefined;
  const timeline = new CaseTimeline();
  const checks = caseChecks(host);

  const shelfNow = (): WebShelf => shelf ?? shelfOf({ own: true });
  const keyNow = (lang: Lang): Opener => {
    if (!by) throw new Unsaid(say(DESK.noKey, lang));
    return by;
  };
  const vaultNow = (lang: Lang): OpenVault => {
    if (!open) throw new Unsaid(say(DESK.noCase, lang));
    return open.vault;
  };
  const shut = async (): Promise<void> => {
    const old = open;
    open = undefined;
    await timeline.close();
    await old?.vault.close();
  };
  const rows = async (): Promise<readonly CaseRow[]> => {
    if (!by) return (await shelfNow().list()).map((name) => ({ case: name, trouble: "locked" as const }));
    return caseRows(shelfNow(), by, machine);
  };

  const viewOf = (): CaseView => {
    const { name, vault } = open!;
    const { state, log } = vault;
    const today = machine.now().slice(0, 10);
    const refusal = standing(latestConsent(state), today, withdrawalOf(state));
    return {
      name,
      id: vault.head.id,
      today,
      state,
      ...(refusal ? { refusal } : {}),
      trouble: vault.trouble,
      log: log
        .slice(-LOG)
        .reverse()
        .map(({ head: h, line }) => ({
          seq: h.seq,
          at: h.at,
          actor: h.actor,
          action: h.action,
          sum: hashText(platform, line),
        })),
      earlier: Math.max(0, log.length - LOG),
      recipients: openersNow(vault),
    };
  };

  async function sheet(q: CaseQuestions["sheet"]["ask"], lang: Lang): Promise<Blob> {
    const { fonts } = q;
    let text: string;
    if (q.what === "letter") {
      const names = (id: string): string | undefined => {
        const a = ARTIFACTS.find((x) => x.id === id);
        return a && say(a.words.name, lang);
      };
      text = letterHtml(JSON.parse(q.form ?? "{}"), { lang, fonts, names });
    } else if (q.what === "window") text = custodyFormHtml({ lang, fonts });
    else text = incidentsPage(vaultNow(lang).state, { lang, fonts });
    return new Blob([text], { type: "text/html" });
  }

  async function restore(file: File, lang: Lang): Promise<void> {
    const s = shelfNow();
    const into = async (head: string): Promise<VaultFolder> => {
      for (const name of await s.list()) {
        const there = await s.folder(name).read("case.json");
        const text = there && new TextDecoder().decode(await there.read(0, Math.min(there.size, 4096)));
        if (text === head) throw new Unsaid(say(DESK.hereAlready, lang));
      }
      return s.folder(await s.fresh());
    };
    const opened = await openInput(fileInput(file.name, file), { platform, report: () => {} }).catch(() => undefined);
    try {
      await restoreCase(opened?.tree, into, platform, lang);
    } finally {
      await opened?.close();
    }
  }

  async function run(what: keyof CaseQuestions, ask: never, lang: Lang): Promise<unknown> {
    const as = <K extends keyof CaseQuestions>(_: K): CaseQuestions[K]["ask"] => ask;
    switch (what) {
      case "shelf": {
        const q = as("shelf");
        await shut();
        shelf = shelfOf(q.shelf);
        where = q.shelf;
        actor = q.actor.trim().slice(0, 40) || "r1";
        by = q.key ? await openerOf(q.key) : undefined;
        const list = await rows();
        const recipient = by && "identities" in by ? (await recipientsOf(by.identities))[0] : undefined;
        const any = list.some((r) => r.trouble !== "locked");
        return { rows: list, any, ...(recipient === undefined ? {} : { recipient }) };
      }
      case "rows":
        await shut();
        return rows();
      case "key":
        return newKey();
      case "create": {
        const q = as("create");
        await shut();
        const key = keyNow(lang);
        if ("passphrase" in key && q.again !== undefined && q.again !== key.passphrase)
          throw new Unsaid(say(DESK.notTheSame, lang));
        const to = await openersOf(key, q.recipients);
        const name = await shelfNow().fresh();
        const made = { title: q.title.trim(), lang, actor, to };
        const vault = await createVault(shelfNow().folder(name), made, machine);
        open = { name, vault };
        if ("recipients" in to)
          await vault.write({ actor, action: "recipients", data: { added: to.recipients, removed: [] } });
        return viewOf();
      }
      case "open": {
        const { name } = as("open");
        if (open?.name !== name) {
          await shut();
          open = { name, vault: await openVaultToWrite(shelfNow().folder(name), keyNow(lang), machine) };
        }
        return viewOf();
      }
      case "papers": {
        const q = as("papers");
        const handed: Handed = { shelf: where, name: q.name, by: keyNow(lang), actor };
        await shut();
        q.line.postMessage(handed);
        return true;
      }
      case "close":
        await shut();
        return true;
      case "write": {
        const vault = vaultNow(lang);
        const source = (): Promise<CiteSource> => timeline.source(vault, lang);
        const said = await writeAct(as("write"), { vault, actor, lang, source });
        return { view: viewOf(), said };
      }
      case "check":
        return checks.check(vaultNow(lang), actor, as("check"), lang);
      case "recheck":
        return checks.recheck(vaultNow(lang), actor, as("recheck"), lang);
      case "share": {
        const vault = vaultNow(lang);
        const to = await openersOf(keyNow(lang), as("share").recipients);
        if (!("recipients" in to)) throw new Unsaid(say(DESK.needKeyFile, lang));
        const had = openersNow(vault);
        await vault.rewrap(to);
        const added = to.recipients.filter((r) => !had.includes(r));
        const removed = had.filter((r) => !to.recipients.includes(r));
        await vault.write({ actor, action: "recipients", data: { added, removed } });
        return viewOf();
      }
      case "answer":
        await checks.show(vaultNow(lang), as("answer").check);
        return true;
      case "findings":
        return findingsOf(vaultNow(lang), lang);
      case "timeline":
        return timeline.view(as("timeline"), vaultNow(lang), lang);
      case "sheet":
        return sheet(as("sheet"), lang);
      case "map":
        return mapOf(vaultNow(lang).state, as("map").narrow, lang);
      case "dossier":
        return dossierZip(vaultNow(lang), actor, as("dossier"), lang);
      case "parts":
        return editionParts(vaultNow(lang), lang);
      case "preview":
        return dossierView(vaultNow(lang), as("preview"), lang);
      case "stories": {
        const vault = vaultNow(lang);
        return storiesOf(vault, await timeline.source(vault, lang), lang);
      }
      case "question": {
        const q = as("question");
        return question(host.input(q.chosen), vaultNow(lang), q.label, lang);
      }
      case "prove": {
        const q = as("prove");
        return prove(host.input(q.chosen), vaultNow(lang), q.by, lang);
      }
      case "verify": {
        const q = as("verify");
        return verifyBag(host.input(q.chosen), q.keys, platform, lang, q.full && host.input(q.full));
      }
      case "pack": {
        const q = as("pack");
        const cancel = host.begin();
        const o = { compiled: await checks.compile(q.signs, lang), secret: host.secret, cancel, lang };
        return packEvidence(vaultNow(lang), actor, q, o);
      }
      case "intake": {
        const q = as("intake");
        await shut();
        const key = keyNow(lang);
        if (!("identities" in key)) throw new Unsaid(say(DESK.needKeyFile, lang));
        const arrivals = await takeIn(arrivalsOf(q.files), shelfNow(), {
          machine,
          identities: key.identities,
          recipients: await recipientsOf(key.identities),
          actor,
          lang,
          compiled: await checks.compile(q.signs, lang),
          version: VERSION,
          workers: 0,
          cancel: host.begin(),
        });
        return { arrivals, rows: await rows() };
      }
      case "purge": {
        const { name } = as("purge");
        if (open?.name === name) await shut();
        await purgeCase(shelfNow().folder(name), machine);
        await shelfNow().forget(name);
        return rows();
      }
      case "backup": {
        const { name } = as("backup");
        await shut();
        return backupZip(await shelfNow().handle(name), name);
      }
      case "restore": {
        await shut();
        await restore(as("restore").file, lang);
        return rows();
      }
    }
  }

  return {
    answer: (q) => tell(() => run(q.what, q.ask as never, q.lang), q.lang),
    close: shut,
  };
}
