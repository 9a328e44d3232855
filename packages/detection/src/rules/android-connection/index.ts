/**
 * Who carries the connection: a VPN, a proxy, a private DNS server, an added certificate. Only the person can tell whose it is; one question for
 * each. A private DNS server counts only where its mode says that it is in use: its name stays when it is switched off.
 *
 * Sources: AOSP, Vpn and Settings.Global (http_proxy, global_http_proxy_host, private_dns_mode); android.md 2 (settings, vpn), 1.4.
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { appOfComponent, knownNames } from "../../android/apps.ts";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { WAYS, type Way, words } from "./words.ts";

interface Carrier {
  readonly way: Way;
  readonly name: string;
  readonly ref: RecordRef;
}

/** `private_dns_mode`: `hostname` where the server of the setting is used, else `off` or `opportunistic`. */
interface Mode {
  readonly mode: string;
}
type Fact = Carrier | Mode;

const MAX_FINDINGS = 6;
const NOTHING: ReadonlySet<string> = new Set(["", "null", ":0", "0", "[Legacy VPN]"]);
const SETTINGS: Readonly<Record<string, Way>> = {
  http_proxy: "proxy",
  global_http_proxy_host: "proxy",
  global_proxy_pac_url: "proxy",
  private_dns_specifier: "dns",
  always_on_vpn_app: "vpn",
};

function carrier(r: ArtifactRecord, artifact: string): Omit<Carrier, "ref"> | undefined {
  const { fields } = r;
  if (artifact === "android/vpn") return r.kind === "vpn" ? { way: "vpn", name: string(fields.app) } : undefined;
  if (artifact === "android/intrusion-logs")
    return r.kind === "security" && fields.type === "cert_authority_installed" && fields.success !== false
      ? { way: "certificate", name: string(fields.subject) || "?" }
      : undefined;
  const name = string(fields.name);
  const way = r.kind === "setting" && Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  return way && { way, name: string(fields.value).trim() };
}

export const connection: Rule<Fact> = {
  id: "android/connection",
  version: 1,
  level: "ask",
  words,
  needs: ["android/vpn", "android/settings", "android/intrusion-logs"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a VPN (three brands; Android 8, 11, 14, 16); expected to ask wherever a VPN app is used",
  },
  sources: ["AOSP, Vpn, Settings.Global, SecurityLog"],
  budget: 10_000,
  fact(r, ref, artifact) {
    if (artifact === "android/settings" && r.fields.name === "private_dns_mode")
      return { mode: string(r.fields.value).trim().slice(0, 40) };
    const c = carrier(r, artifact);
    if (!c || NOTHING.has(c.name)) return undefined;
    const name = (c.way === "vpn" ? appOfComponent(c.name) : c.name).slice(0, 300);
    return { way: c.way, name, ref: ref() };
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const modes = facts.flatMap((f) => ("mode" in f ? [f.mode] : []));
    const dns = modes.length === 0 || modes.includes("hostname");
    const groups = new Map<string, { way: Way; names: Set<string>; records: RecordRef[] }>();
    for (const f of facts) {
      if ("mode" in f || known.has(f.name.toLowerCase()) || (f.way === "dns" && !dns)) continue;
      const own = `${f.way} ${f.name}`;
      const key = groups.has(own) || groups.size < MAX_FINDINGS ? own : `… (${f.way})`;
      const of = groups.get(key) ?? { way: f.way, names: new Set(), records: [] };
      if (of.names.size < MAX_FINDINGS) of.names.add(f.name);
      of.records.push(f.ref);
      groups.set(key, of);
    }
    for (const [key, { way, names, records }] of groups) {
      const name = plain([...names].join(", "));
      yield {
        subject: plain(key) || "?",
        params: { name, what_es: WAYS[way].es, what_en: WAYS[way].en },
        records,
      };
    }
  },
};
