/**
 * Who and when: the made-up journalist, her made-up phone, and the days on which something happened.
 *
 * Nothing here belongs to anybody. Domains are those that RFC 2606 and 6761 reserve. Numbers are +52 55 5550 01xx.
 * @module
 */
import type { Device } from "../lib/backup.ts";
import { MAC_EPOCH } from "../lib/plist.ts";

export const SEED = 2024;

export const DEVICE: Device = {
  name: "iPhone de Lucía (muestra)",
  type: "iPhone10,4",
  product: "iPhone 8",
  version: "16.7.10",
  build: "20H350",
  udid: "00000000-MUESTRA000000001",
};

/** The backup was made on Wednesday 2 October 2024, 08:20 in Mexico City. */
export const TAKEN = new Date("2024-10-02T14:20:00Z");

/** Unix seconds of a wall clock in Mexico City, which keeps UTC-6 all year since 2022. */
export function local(text: string): number {
  return Date.parse(`${text}:00-06:00`) / 1000;
}
/** Apple's seconds since 2001. */
export const mac = (unix: number): number => unix - MAC_EPOCH;
/** Apple's nanoseconds since 2001, as sms.db keeps them since iOS 11. */
export const macNs = (unix: number): bigint => BigInt(mac(unix)) * 1_000_000_000n;

/** First day of messages and visits. */
export const BEGIN = local("2024-02-01T08:00");

/** `+52 55 5550 01xx`: numbers made up for this sample. */
export const phone = (n: number): string => `+52555550${String(100 + n).padStart(4, "0")}`;

/** The trace: a process with the name of a Pegasus implant (Amnesty International, 2021) used the network that night. */
export const TRACE = {
  process: "roleaboutd",
  first: local("2024-03-19T22:52"),
  last: local("2024-03-20T01:37"),
  /** Rule H5: the next process left its traffic, but its name is gone. */
  orphanAt: local("2024-03-20T01:41"),
} as const;

/** Links that nobody opened, in the made-up set of signs. */
export const LINKS = {
  text: {
    domain: "aviso-paqueteria.example",
    url: "https://entrega.aviso-paqueteria.example/g/7f3k2",
    at: local("2024-05-14T20:41"),
  },
  body: {
    domain: "boletin-frontera.example",
    url: "https://boletin-frontera.example/v/28aa1?n=lucia",
    at: local("2024-07-09T13:05"),
  },
  /** Contains a listed domain, but not at the border of a label. */
  near: { domain: "noaviso-paqueteria.example", url: "https://noaviso-paqueteria.example/queja" },
  /** Was listed once, and revoked. */
  revoked: { domain: "radio-vecinal.example", url: "https://radio-vecinal.example/en-vivo" },
  /** Listed, and nowhere on the phone. */
  unseen: ["descarga-turnos.example", "fotos-del-evento.example"],
} as const;

/** The vendor's page that she read for an article. */
export const VENDOR = {
  product: "VigilaCasa",
  domain: "vigilacasa.example",
  url: "https://www.vigilacasa.example/precios",
  at: local("2024-06-03T11:24"),
} as const;

export const PROFILES = {
  unknown: "5A17E0C4-0B2D-4C1E-9F00-00000000A001",
  wifi: "5A17E0C4-0B2D-4C1E-9F00-00000000B001",
} as const;

/** When they were installed. */
export const PROFILE_DAYS = { unknown: local("2024-03-21T17:08"), wifi: local("2024-02-05T10:15") } as const;

/** Safari's second profile, whose history is damaged. */
export const SECOND_PROFILE = "7C0FFEE0-0000-4000-8000-0000000000E2";
