/** Links of WhatsApp messages, without those that WhatsApp makes itself for its encrypted files. @module */
import { links } from "../../links.ts";

/**
 * The address of an encrypted file, whole: a host of two or three labels below whatsapp.net, nothing before it.
 * `https://mmg.whatsapp.net@evil.example/` leads elsewhere.
 */
const OWN_FILE = /^https:\/\/(?:[a-z0-9-]{1,63}\.){1,2}whatsapp\.net\/[A-Za-z0-9._~/?=&%+-]*$/;

/** Adds the links of a text that somebody wrote; false if some were left out. */
export function addLinks(value: unknown, into: Set<string>): boolean {
  return typeof value !== "string" || value === "" || links(value, into);
}

/** The same of the address of a file: nearly every picture has one that only WhatsApp chose. */
export function addFileLink(value: unknown, into: Set<string>): boolean {
  return (typeof value === "string" && OWN_FILE.test(value)) || addLinks(value, into);
}
