/**
 * Ports on which TLS is at home: web, mail, directories, files, chat, push, look-ups, calls, messages of things.
 * Source: IANA, Service Name and Transport Protocol Port Number Registry; network.md 1.2 (SSL-01).
 * @module
 */
const PORTS: ReadonlySet<number> = new Set([
  25, 110, 143, 389, 443, 465, 563, 587, 636, 853, 989, 990, 992, 993, 994, 995, 2083, 2087, 2096, 3478, 4433, 5061,
  5222, 5223, 5228, 5229, 5230, 5269, 5349, 5671, 6697, 8883,
]);

export const isTlsPort = (port: number): boolean => PORTS.has(port);
