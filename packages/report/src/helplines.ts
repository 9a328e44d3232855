/**
 * Whom to call: the one place where addresses of helplines stand. Checked with the organisations before a release.
 * They are plain text on purpose: a link would be opened on the very device that may be watched.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { ABOUT } from "./helplines-words.ts";

export interface Helpline {
  readonly name: Readonly<Record<Lang, string>>;
  /** To be typed by hand on another device. */
  readonly address: string;
  readonly about: Readonly<Record<Lang, string>>;
}

export const HELPLINES: readonly Helpline[] = [
  { ...ABOUT.accessNow, address: "accessnow.org/help" },
  { ...ABOUT.socialTic, address: "socialtic.org" },
  { ...ABOUT.vitaActiva, address: "vita-activa.org" },
];
