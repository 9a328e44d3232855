/** The maker of an address as fields of a record. @module */
import { makerOf } from "@contraluz/formats/oui/index.ts";

/** `maker`, and `makes` where it is known for one thing: `camera`, `module`. */
export function makerFields(mac: string): { readonly maker?: string; readonly makes?: string } {
  const maker = makerOf(mac);
  if (!maker) return {};
  return { maker: maker.name, ...(maker.role === "other" ? {} : { makes: maker.role }) };
}
