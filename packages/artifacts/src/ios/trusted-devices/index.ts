/**
 * otctl_status.txt of a sysdiagnose: the devices that trust each other with the iCloud keychain (Octagon).
 *
 * JSON: `state`, and `contextDump` with `self` and `peers`, each `peerID`, `permanentInfo{model_id, creation_time}` (milliseconds since 1970),
 * `stableInfo{device_name, os_version, serial_number}`. Keys of encryption stand there, too, and are not read.
 * Sources: iLEAPP (get_sysdiag_account_devices, on images of iOS 13 to 16); Apple's OctagonTrust, TPPeerPermanentInfo and TPPeerStableInfo.
 * @module
 */
import { type Moment, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, JsonItem } from "../../artifact.ts";
import { of } from "../../json.ts";
import { said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A circle has some tens of devices at most. */
const MAX_PEERS = 1000;

/** Milliseconds since 1970. */
function since(v: unknown): Moment | undefined {
  const m = typeof v === "number" && Number.isFinite(v) ? unixSeconds(v / 1000) : undefined;
  return m && { ...m, seen: String(v), precision: "ms" };
}

function emitDevice(peer: unknown, own: boolean, key: string, item: JsonItem, emit: Emit): boolean {
  const [permanent, stable] = [of(peer, "permanentInfo"), of(peer, "stableInfo")];
  const id = said(of(peer, "peerID"));
  const model = said(of(permanent, "model_id"));
  const name = said(of(stable, "device_name"));
  if (id === undefined && model === undefined && name === undefined) return false;
  const at = since(of(permanent, "creation_time"));
  emit({
    kind: "device",
    ...(at ? { at } : {}),
    fields: {
      own: own ? true : undefined,
      name,
      model,
      os: said(of(stable, "os_version")),
      serial: own ? undefined : said(of(stable, "serial_number")),
      peer: id,
    },
    observables: [],
    origin: item.origin(key),
  });
  return true;
}

export const trustedDevices: Artifact<"json"> = {
  id: "ios/trusted-devices",
  version: 1,
  feed: "json",
  where: { sysdiagnose: { paths: ["otctl_status.txt"], want: {} } },
  fields,
  key: { device: ["peer", "model", "name"], circle: [] },
  observes: [],
  words,
  sources: ["otctl_status.txt: contextDump"],
  parse: (run) => ({
    take(item, emit) {
      for (const all of item.elements) {
        const dump = of(all, "contextDump");
        const peers = of(dump, "peers");
        const list = Array.isArray(peers) ? (peers as readonly unknown[]) : [];
        if (dump === undefined && of(all, "state") === undefined) {
          run.problem({ code: "json-damaged", found: "other JSON", expected: "contextDump", lost: "file" });
          continue;
        }
        if (list.length > MAX_PEERS)
          run.problem({ code: "record-limit", found: `${list.length} devices`, lost: "row" });
        const few = list.slice(0, MAX_PEERS);
        emit({
          kind: "circle",
          fields: { circle_state: said(of(all, "state")), peers: list.length },
          observables: [],
          origin: item.origin("state"),
        });
        emitDevice(of(dump, "self"), true, "contextDump.self", item, emit);
        for (const [i, peer] of few.entries()) emitDevice(peer, false, `contextDump.peers[${i}]`, item, emit);
      }
    },
  }),
};
