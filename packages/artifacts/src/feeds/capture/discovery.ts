/** What machines of one network say of themselves, to all or to whoever asks: DHCP, SSDP, WS-Discovery, and what makers invented. @module */
import { type MakerMessage, readDhcp, readMaker, readWsDiscovery } from "@contraluz/formats/discovery/index.ts";
import { readHead } from "@contraluz/formats/http/index.ts";
import { addressText, macText } from "@contraluz/formats/ip/index.ts";
import { envelopeOf, type Talk, type UdpReader, UdpState } from "./talk.ts";
import type { DiscoveryItem } from "./types.ts";

const MAX_TEXT = 300;
/** Equal messages of one conversation that are told. */
const MAX_TOLD = 20;
/** Bytes of a message that are compared with those of the next. */
const MAX_KEPT = 1024;

const NOTHING: Uint8Array = new Uint8Array(0);

function tell(
  talk: Talk,
  over: DiscoveryItem["over"],
  answers: boolean,
  says: Readonly<Record<string, string | undefined>>,
): void {
  talk.speaks(over);
  const said: Record<string, string> = {};
  for (const k of Object.keys(says)) {
    const v = says[k];
    if (v !== undefined && v !== "") said[k] = v.slice(0, MAX_TEXT);
  }
  talk.emit({ kind: "discovery", ...envelopeOf(talk), over, answers, says: said });
}

const isPort = (talk: Talk, port: number): boolean => talk.serverPort === port || talk.clientPort === port;

const dhcp: UdpReader = (talk, b, start, end) => {
  if (!isPort(talk, 67) && !isPort(talk, 68)) return false;
  const m = readDhcp(b, start, end);
  if (!m) return false;
  const says = {
    mac: macText(m.mac, 0),
    type: m.type === undefined ? undefined : String(m.type),
    address: m.address && addressText(m.address, 0, 4),
    host: m.host,
    vendor: m.vendor,
    wants: m.wants?.join(","),
  };
  tell(talk, "dhcp", !m.request, says);
  return true;
};

const ssdp: UdpReader = (talk, b, start, end) => {
  if (!isPort(talk, 1900)) return false;
  const head = readHead(b, start, end);
  if (!head || head === "more") return false;
  const f = (name: string): string | undefined => head.fields.get(name);
  const answers = head.status !== undefined || head.method === "NOTIFY";
  tell(talk, "ssdp", answers, {
    method: head.method ?? String(head.status),
    target: f("st") ?? f("nt"),
    server: f("server"),
    location: f("location"),
    usn: f("usn"),
    agent: f("user-agent"),
  });
  return true;
};

const wsDiscovery: UdpReader = (talk, b, start, end) => {
  if (!isPort(talk, 3702)) return false;
  const m = readWsDiscovery(b, start, end);
  if (!m) return false;
  const answers = m.action === "Hello" || m.action.endsWith("Matches");
  const says = {
    action: m.action,
    types: m.types.join(" "),
    scopes: m.scopes.join(" "),
    addresses: m.addresses.join(" "),
  };
  tell(talk, "ws-discovery", answers, says);
  return true;
};

/** How often one conversation said the same: plugs say it each five seconds. */
class Said extends UdpState {
  readonly #times = new Map<string, number>();
  #bytes: Uint8Array = NOTHING;
  #message: MakerMessage | undefined;

  more(what: string): boolean {
    const n = (this.#times.get(what) ?? 0) + 1;
    if (this.#times.size < 50 || n > 1) this.#times.set(what, n);
    return n <= MAX_TOLD;
  }

  /** What it said before this, if that was the same to the byte. */
  again(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
    const before = this.#bytes;
    if (before.length !== end - start) return undefined;
    for (let i = 0; i < before.length; i++) if (before[i] !== b[start + i]) return undefined;
    return this.#message;
  }

  keep(b: Uint8Array, start: number, end: number, message: MakerMessage): void {
    if (end - start > MAX_KEPT) return;
    this.#bytes = b.slice(start, end);
    this.#message = message;
  }
}

const read = (talk: Talk, b: Uint8Array, start: number, end: number): MakerMessage | undefined =>
  readMaker(b, start, end, talk.serverPort) ?? readMaker(b, start, end, talk.clientPort);

const maker: UdpReader = (talk, b, start, end) => {
  const before = talk.state instanceof Said ? talk.state.again(b, start, end) : undefined;
  const m = before ?? read(talk, b, start, end);
  if (!m) return false;
  talk.speaks(m.maker);
  if (talk.state !== undefined && !(talk.state instanceof Said)) return true;
  const said = talk.state ?? new Said();
  talk.state = said;
  if (!before) said.keep(b, start, end, m);
  // Of a session of PPPP its beginning is told, not its data.
  if (m.maker === "pppp" && (m.says.type === "d0" || m.says.type === "d1")) return true;
  if (said.more(`${m.answers} ${Object.values(m.says).join(" ")}`)) tell(talk, m.maker, m.answers, m.says);
  return true;
};

export const DISCOVERY: readonly UdpReader[] = [dhcp, ssdp, wsDiscovery, maker];
