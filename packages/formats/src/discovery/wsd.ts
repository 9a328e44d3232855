/** WS-Discovery: who is there, and what it is. Sources: WS-Discovery 1.0 (2005/04), ONVIF Core Specification (7). @module */
import { xmlValues } from "./xml.ts";

export interface WsDiscovery {
  /** `Hello`, `Bye`, `Probe`, `ProbeMatches`, `Resolve`, `ResolveMatches`. */
  readonly action: string;
  /** Of a probe what is looked for; of an answer what it is. */
  readonly types: readonly string[];
  readonly scopes: readonly string[];
  readonly addresses: readonly string[];
}

const words = (s: string | undefined): string[] => (s ?? "").split(/\s+/, 50).filter((w) => w !== "");

/** A message of WS-Discovery; undefined for what is none. */
export function readWsDiscovery(b: Uint8Array, start: number, end: number): WsDiscovery | undefined {
  const values = xmlValues(b, start, end);
  const action = /\/discovery\/(\w{1,30})$/.exec(values?.get("Action") ?? "")?.[1];
  if (!values || action === undefined) return undefined;
  return {
    action,
    types: words(values.get("Types")).map((t) => t.slice(t.indexOf(":") + 1)),
    scopes: words(values.get("Scopes")),
    addresses: words(values.get("XAddrs")),
  };
}
