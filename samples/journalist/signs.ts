/** The made-up sets of signs that go with the sample: a STIX 2.1 bundle and a list of vendors' pages. @module */
import { hash } from "node:crypto";
import { LINKS, VENDOR } from "./story.ts";

const CREATED = "2024-08-01T00:00:00.000Z";

/** An identifier that is the same in every run, in the form of a random one (RFC 4122 version 4). */
function id(type: string, label: string): string {
  const h = hash("sha1", `muestra ${type} ${label}`);
  return `${type}--${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** `indicators.stix2`: domains of the made-up spyware SampleSpy, one pattern with OR, and one sign that was revoked. */
export function makeStix(): string {
  const common = { spec_version: "2.1", created: CREATED, modified: CREATED };
  const malware = id("malware", "SampleSpy");
  const author = id("identity", "contraluz");
  const indicator = (pattern: string, more: { [k: string]: unknown } = {}): { [k: string]: unknown } => ({
    type: "indicator",
    ...common,
    id: id("indicator", pattern),
    created_by_ref: author,
    indicator_types: ["malicious-activity"],
    pattern,
    pattern_type: "stix",
    pattern_version: "2.1",
    valid_from: CREATED,
    ...more,
  });
  const is = (domain: string): string => `domain-name:value = '${domain}'`;
  const [first, second] = LINKS.unseen;
  const indicators = [
    indicator(`[${is(LINKS.text.domain)}]`),
    indicator(`[${is(LINKS.body.domain)} OR ${is(first)}]`),
    indicator(`[${is(second)}]`),
    indicator(`[${is(LINKS.revoked.domain)}]`, {
      revoked: true,
      description: "Revoked: a community radio, listed by mistake.",
    }),
  ];
  const objects = [
    { type: "identity", ...common, id: author, name: "Contraluz: muestra / sample", identity_class: "organization" },
    {
      type: "malware",
      ...common,
      id: malware,
      created_by_ref: author,
      name: "SampleSpy",
      is_family: true,
      malware_types: ["spyware"],
      description: "Muestra inventada: muestra-espia. Made up, for the sample phone only.",
    },
    ...indicators,
    ...indicators.map((i) => ({
      type: "relationship",
      ...common,
      id: id("relationship", String(i.id)),
      relationship_type: "indicates",
      source_ref: i.id,
      target_ref: malware,
    })),
  ];
  return `${JSON.stringify({ type: "bundle", id: id("bundle", "muestra-espia"), objects }, null, 1)}\n`;
}

/** `vendors.yaml`, in the form of AssoEchap's `ioc.yaml`: `websites` are pages of those who sell, `c2` its servers. */
export function makeVendors(): string {
  return `# Inventado para la muestra de Contraluz. Made up for the sample of Contraluz.
- name: ${VENDOR.product}
  names:
    - ${VENDOR.product}
    - CasaTranquila
  type: stalkerware
  packages:
    - example.vigilacasa.servicio
  certificates:
    - 00112233445566778899AABBCCDDEEFF00112233
  websites:
    - ${VENDOR.domain}
    - casatranquila.example
  distribution:
    - descargas.vigilacasa.example
  c2:
    domains:
      - panel-vigilacasa.example
    ips:
      - 192.0.2.77
`;
}
