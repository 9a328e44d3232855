/**
 * H16, Wi-Fi: networks that the phone joined by itself and that nobody chose on it. Whoever sets up a network of a known name can bring phones
 * to join it, and change pages that travel without encryption.
 *
 * The known networks say when the person joined one (`JoinedByUserAt`) and when the system did (`JoinedBySystemAt`). Networks of carriers, of
 * profiles and of the person's other devices are joined like this, too, and so it informs.
 * @module
 */
import type { Moment, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Network {
  readonly ssid: string;
  readonly open: boolean;
  readonly ref: RecordRef;
}

const NAMED = 5;

export const wifiJoined: Rule<Network> = {
  id: "ios/wifi-joined",
  version: 1,
  level: "info",
  words,
  needs: ["ios/wifi-networks"],
  baseRate: {
    fired: 0,
    samples: 10,
    what: "iLEAPP's samples of two phones (iOS 15 and 16, three networks) and the reference generator's sysdiagnoses and dumps of iOS 15, 17, 18 and 26; expected on phones of carriers with hotspots",
  },
  sources: ["Apple, known networks (JoinedByUserAt, JoinedBySystemAt)", "Citizen Lab, Predator in the Wires, 2023"],
  budget: 50_000,
  fact(r, ref) {
    if (r.kind !== "network") return undefined;
    const { ssid, by_user, by_system, security, captive } = r.fields;
    const joined = (by_system as Moment | undefined)?.utc;
    if (typeof joined !== "bigint" || by_user !== undefined || string(ssid) === "") return undefined;
    return { ssid: string(ssid).slice(0, 100), open: security === "Open" || captive === true, ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const networks = new Map<string, Network[]>();
    for (const f of facts) {
      if (known.has(f.ssid.toLowerCase())) continue;
      const of = networks.get(f.ssid);
      if (of) of.push(f);
      else networks.set(f.ssid, [f]);
    }
    if (networks.size === 0) return;
    const all = [...networks.values()].flat();
    const [first] = networks.keys();
    yield {
      subject: networks.size === 1 ? plain(first!) || "?" : "known-networks",
      params: {
        count: networks.size,
        names: some(networks.keys(), NAMED) || "—",
        open: new Set(all.filter((n) => n.open).map((n) => n.ssid)).size,
      },
      records: all.map((n) => n.ref),
    };
  },
};
