/**
 * What a capture is, and what could not be seen in it: frames that were cut or lost, a clock that was never set, names and traffic that
 * were hidden from whoever captured.
 *
 * Sources: draft-ietf-opsawg-pcapng (4.6); network.md 3(b) B13.
 * @module
 */
import type { Artifact, CaptureItem, Emit, Parser } from "../../artifact.ts";
import { fields, words } from "./words.ts";

/** Resolvers that answer encrypted: by their names in hello messages. Public, of 2026. */
const RESOLVERS =
  /^(?:dns\.google|dns64\.dns\.google|cloudflare-dns\.com|(?:[a-z0-9-]+\.)?cloudflare-dns\.com|one\.one\.one\.one|1dot1dot1dot1\.cloudflare-dns\.com|dns\.quad9\.net|dns\d*\.quad9\.net|doh\.opendns\.com|dns\.adguard(?:-dns)?\.com|dns\.nextdns\.io|doh\.cleanbrowsing\.org|doh\.dns\.apple\.com|mozilla\.cloudflare-dns\.com|dns\.mullvad\.net|doh\.mullvad\.net)$/i;
const RELAY = /^(?:mask|mask-h2|mask-api)\.icloud\.com$|\.mask\.apple-dns\.net$/i;
const TUNNELS: ReadonlySet<string> = new Set(["wireguard", "openvpn", "ipsec"]);

class Coverage implements Parser<CaptureItem> {
  readonly #hidden = new Map<string, number>();

  #hide(what: string): void {
    this.#hidden.set(what, (this.#hidden.get(what) ?? 0) + 1);
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind === "tls") {
      if (item.ech) this.#hide("ech");
      if (item.sni !== undefined && RELAY.test(item.sni)) this.#hide("relay");
      else if (item.to.port === 853) this.#hide("dot");
      else if (item.sni !== undefined && RESOLVERS.test(item.sni)) this.#hide("doh");
    } else if (item.kind === "flow") {
      if (item.app !== undefined && TUNNELS.has(item.app)) this.#hide("vpn");
    } else if (item.kind === "end") {
      emit({
        kind: "capture",
        ...(item.first ? { at: item.first } : {}),
        fields: {
          packets: item.packets,
          bytes: item.bytes,
          last: item.last,
          links: item.links.map((l) => `${l.link}: ${l.packets}${l.read ? "" : " (not read)"}`),
          cut: item.cut,
          dropped: item.dropped,
          unset: item.unset,
          jumps: item.jumps,
          secrets: item.secrets,
          hidden: [...this.#hidden].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what}: ${n}`),
        },
        observables: [],
        origin: item.origin,
      });
    }
  }
}

export const coverage: Artifact<"capture"> = {
  id: "network/coverage",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["tls", "flow", "end"] } } },
  fields,
  key: {},
  observes: [],
  words,
  sources: ["draft-ietf-opsawg-pcapng", "network.md 3(b)"],
  parse: () => new Coverage(),
};
