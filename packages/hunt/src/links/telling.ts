/** Which values tell nothing of whom a phone met: they are never a link, however rare. @module */
import { isTooWide } from "@contraluz/detection/indicators/hosts.ts";
import { formatIp, ipBytes, network } from "@contraluz/detection/indicators/ip.ts";

/** Networks of homes, offices, and machines themselves (RFC 6890, RFC 4193, RFC 4291, RFC 5771). */
const OWN: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["224.0.0.0", 3],
  ["::", 8],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
];

function isOwn(ip: string): boolean {
  const bytes = ipBytes(ip);
  return (
    !bytes ||
    OWN.some(([net, bits]) => net.includes(":") === ip.includes(":") && formatIp(network(bytes, bits)) === net)
  );
}

/** Names that every system gives in its own network. */
const LOCAL = /\.(?:local|localdomain|lan|home|internal|intranet|corp|arpa|invalid|localhost)$/;

/**
 * Whether the text of a key (`d:evil.example`) can link. What cannot: a suffix under which a country sells names, a network of addresses, an
 * address inside a home, a name inside a local network, a bare folder.
 */
export function isTelling(text: string): boolean {
  const value = text.slice(text.indexOf(":") + 1);
  switch (text[0]) {
    case "d":
      return !isTooWide(value) && !LOCAL.test(value);
    case "i":
      return !value.includes("/") && !isOwn(value);
    default:
      return value.length > 2;
  }
}
