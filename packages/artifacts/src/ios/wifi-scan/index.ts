/**
 * WiFi/wifi_scan.txt and wifi_scan_cache.txt of a sysdiagnose: the networks around.
 *
 * A line each: `NAME - ssid=HEX, …, bssid=12:34:…, security=…, channel=[…], rssi=-66, …` (iOS 16 and later), `'NAME' (HEX), …` (iOS 15), `'NAME' <HEX …>,
 * …` before it; without a name for a hidden one. The first line counts (`total=13, …`). The name itself is told by its bytes: the text before
 * them may hold anything.
 * Sources: ios.md 4.2; lines of samples in the tests of EC-DIGIT-CSIRC/sysdiagnose.
 * @module
 */
import type { Moment, Observable } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Networks of one scan. */
const MAX_NETWORKS = 20_000;

// A name of 32 bytes can hold what looks like the end of a name: the last one counts.
const NEW = /^(.{0,1024}) - ssid=([^,]{0,200}),/;
const OLD = /^'(.{0,1024})' (?:\(([0-9a-f]{0,80})\)|<([0-9a-f ]{0,100})>),/;
const POINT = /[ ,]bssid=([0-9a-fA-F:]{11,17})[, ]/;
const SECURITY = /, security=([\w/-]{1,60})/;
const CHANNEL = /, channel=\[?([\w/]{1,20})/;
const RSSI = /, rssi=(-?\d{1,4})/;
/** What every form has. */
const NETWORK = /(?:^|, )bssid=|^<HIDDEN>/;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The name that bytes written in hexadecimal are. */
function nameOf(hex: string | undefined): string | undefined {
  const h = hex?.replace(/ /g, "") ?? "";
  if (h === "" || h.length > 128 || !/^(?:[0-9a-fA-F]{2})+$/.test(h)) return undefined;
  return utf8.decode(
    Uint8Array.from({ length: h.length / 2 }, (_, i) => Number.parseInt(h.slice(2 * i, 2 * i + 2), 16)),
  );
}

class Scan implements Parser<LinesItem> {
  readonly #at: Moment | undefined;
  readonly #run: ParseRun;
  readonly #source: string | undefined;
  #networks = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
    this.#source = text(run.path.slice(run.path.lastIndexOf("/") + 1));
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text;
      if (s.trim() === "" || s.startsWith("total=")) continue;
      if (!NETWORK.test(s)) this.#odd++;
      else if (this.#networks++ < MAX_NETWORKS) this.#network(s, line, item, emit);
    }
  }

  #network(s: string, line: Line, item: LinesItem, emit: Emit): void {
    const named = NEW.exec(s) ?? OLD.exec(s);
    const ssid = text(nameOf(named?.[2] ?? named?.[3]));
    const rest = named ? s.slice(named[0].length - 1) : ` ${s}`;
    const bssid = POINT.exec(rest)?.[1]?.toLowerCase();
    const rssi = RSSI.exec(rest)?.[1];
    const observables: Observable[] = [];
    for (const value of [ssid, bssid]) if (value) observables.push({ type: "wifi", value, contact: "listed" });
    emit({
      kind: "network",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        source: this.#source,
        ssid,
        bssid,
        security: SECURITY.exec(rest)?.[1],
        channel: CHANNEL.exec(rest)?.[1],
        rssi: rssi === undefined ? undefined : Number(rssi),
      },
      observables,
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#networks > MAX_NETWORKS)
      this.#run.problem({ code: "record-limit", found: `${this.#networks} networks`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "ssid=…, bssid=…",
        lost: "row",
      });
  }
}

export const wifiScan: Artifact<"lines"> = {
  id: "ios/wifi-scan",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["WiFi/wifi_scan*.txt"], want: {} } },
  fields,
  key: { network: ["bssid", "ssid", "source"] },
  observes: [["wifi", "listed"]],
  words,
  sources: ["WiFi/wifi_scan.txt", "WiFi/wifi_scan_cache.txt"],
  parse: (run) => new Scan(run),
};
