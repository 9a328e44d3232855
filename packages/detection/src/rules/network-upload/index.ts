/**
 * A machine that sent much to one server outside and got nearly nothing back: at least 500 kB, ten times what came. A lead where nobody
 * knows a name for the server, else a note: to keep photos elsewhere looks the same.
 *
 * When it was is told in UTC: whether the phone was in use then, the person knows. Silent about the clouds of makers (a dated list), calls,
 * tunnels and servers at home.
 * Source: network.md 3(b) B10.
 * @module
 */
import { isoUtc } from "@contraluz/core";
import { bySubject, type Called, CLEAN_CAPTURES, called, named, number } from "../../network/destination.ts";
import { bytes, span } from "../../network/time.ts";
import { string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Sent extends Called {
  readonly up: number;
  readonly down: number;
  readonly longest: number;
}

const [MUCH, TIMES] = [500_000, 10];
const OTHER: ReadonlySet<string> = new Set(["rtp", "stun", "wireguard", "openvpn", "ipsec", "rtsp", "sip"]);

export const upload: Rule<Sent> = {
  id: "network/upload",
  version: 1,
  level: "info",
  words,
  needs: ["network/connections"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B10"],
  budget: 5000,
  fact(r, ref) {
    const [up, down] = [number(r.fields.up), number(r.fields.down)];
    if (r.kind !== "destination" || up < MUCH || up < TIMES * down || OTHER.has(string(r.fields.app))) return undefined;
    const c = called(r, ref);
    return c && { ...c, up, down, longest: number(r.fields.longest) };
  },
  *judge(facts) {
    const hits: (Hit & { readonly up: number })[] = [];
    for (const [subject, of] of bySubject(facts)) {
      const [first] = of;
      const up = of.reduce((n, f) => n + f.up, 0);
      const at = first!.ref.at?.utc;
      hits.push({
        up,
        subject,
        level: first!.nameless ? "lead" : "info",
        params: {
          up: bytes(up),
          down: bytes(of.reduce((n, f) => n + f.down, 0)),
          when: at === undefined ? "" : isoUtc(at, "s").slice(0, 16).replace("T", " "),
          long_es: span(first!.longest, "es"),
          long_en: span(first!.longest, "en"),
          nameless: first!.nameless ? 1 : 0,
        },
        records: of.map((f) => f.ref),
      });
    }
    // Leads and notes are counted apart.
    for (const level of ["lead", "info"] as const)
      yield* named(
        hits
          .filter((h) => h.level === level)
          .sort((a, b) => b.up - a.up)
          .map(({ up: _, ...h }) => h),
      );
  },
};
