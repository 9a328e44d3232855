/**
 * What a capture is, and what could not be seen in it: frames that were cut or lost, a clock that was never set, names and traffic that
 * were hidden from whoever captured.
 *
 * Sources: draft-ietf-opsawg-pcapng (4.6); network.md 3(b) B13.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, CaptureEnd, CaptureItem, Emit, Endpoint, FlowItem, Parser, TlsItem } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Resolvers that answer encrypted: by their names in hello messages. Public, of 2026. */
const RESOLVERS =
  /^(?:dns\.google|dns64\.dns\.google|cloudflare-dns\.com|(?:[a-z0-9-]+\.)?cloudflare-dns\.com|one\.one\.one\.one|1dot1dot1dot1\.cloudflare-dns\.com|dns\.quad9\.net|dns\d*\.quad9\.net|doh\.opendns\.com|dns\.adguard(?:-dns)?\.com|dns\.nextdns\.io|doh\.cleanbrowsing\.org|doh\.dns\.apple\.com|mozilla\.cloudflare-dns\.com|dns\.mullvad\.net|doh\.mullvad\.net)$/i;
const RELAY = /^(?:mask|mask-h2|mask-api)\.icloud\.com$|\.mask\.apple-dns\.net$/i;
const TUNNELS: ReadonlySet<string> = new Set(["wireguard", "openvpn", "ipsec"]);

/** Different hidden ways of one file. */
const MAX_HIDDEN = 5000;
/** Datagrams to port 443 in which no name could be read, beyond which there was a conversation. */
const TALK = 6;

/** Where and when one was seen. */
interface Seen {
  readonly first: Moment;
  readonly last: Moment;
  readonly origin: Origin;
  readonly bytes: number;
}

interface Hidden {
  readonly what: string;
  readonly client: Endpoint;
  readonly name: string | undefined;
  readonly server: Endpoint;
  readonly first: Moment;
  readonly origin: Origin;
  last: Moment;
  count: number;
  bytes: number;
}

class Coverage implements Parser<CaptureItem> {
  readonly #hidden = new Map<string, Hidden>();
  readonly #counts = new Map<string, number>();

  #hide(what: string, client: Endpoint, server: Endpoint, name: string | undefined, i: Seen): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    const key = `${what} ${client.address} ${name ?? server.address} ${server.port}`;
    let h = this.#hidden.get(key);
    if (!h) {
      if (this.#hidden.size >= MAX_HIDDEN) return;
      h = { what, client, name, server, first: i.first, last: i.last, origin: i.origin, count: 0, bytes: 0 };
      this.#hidden.set(key, h);
    }
    h.last = i.last;
    h.count++;
    h.bytes += i.bytes;
  }

  #hello({ ech, sni, from, to, at, origin }: TlsItem): void {
    const i = { first: at, last: at, origin, bytes: 0 };
    if (ech) this.#hide("ech", from, to, sni, i);
    if (sni !== undefined && RELAY.test(sni)) this.#hide("relay", from, to, sni, i);
    else if (to.port === 853) this.#hide("dot", from, to, sni, i);
    else if (sni !== undefined && RESOLVERS.test(sni)) this.#hide("doh", from, to, sni, i);
  }

  #flow(f: FlowItem): void {
    const i = { first: f.first, last: f.last, origin: f.origin, bytes: f.up.bytes + f.down.bytes };
    const name = f.host ?? f.resolved;
    if (f.app !== undefined && TUNNELS.has(f.app)) this.#hide("vpn", f.client, f.server, name, i);
    else if (f.app === undefined && f.transport === "udp" && f.server.port === 443)
      if (f.up.packets + f.down.packets >= TALK) this.#hide("unread", f.client, f.server, name, i);
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind === "tls") this.#hello(item);
    else if (item.kind === "flow") this.#flow(item);
    else if (item.kind === "end") {
      this.#capture(item, emit);
      for (const h of this.#hidden.values()) this.#tell(h, emit);
    }
  }

  #capture(item: CaptureEnd, emit: Emit): void {
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
        hidden: [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what}: ${n}`),
      },
      observables: [],
      origin: item.origin,
    });
  }

  #tell(h: Hidden, emit: Emit): void {
    emit({
      kind: "hidden",
      at: h.first,
      fields: {
        what: h.what,
        client: h.client.address,
        mac: h.client.mac,
        name: text(h.name),
        server: h.server.address,
        port: h.server.port,
        count: h.count,
        last: h.last,
        ...(h.bytes > 0 ? { bytes: h.bytes } : {}),
      },
      observables: [],
      origin: h.origin,
    });
  }
}

export const coverage: Artifact<"capture"> = {
  id: "network/coverage",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["tls", "flow", "end"] } } },
  fields,
  key: { hidden: ["what", "client", "name", "server", "port"] },
  observes: [],
  words,
  sources: ["draft-ietf-opsawg-pcapng", "network.md 3(b)"],
  parse: () => new Coverage(),
};
