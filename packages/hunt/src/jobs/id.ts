/** Ids of jobs. @module */
import type { Platform } from "@contraluz/core";

/** What is known of a thing in a folder before it is read. */
export interface JobPlace {
  readonly what: string;
  /** Its files at the top, or itself: name, size, time of the last change in ms. */
  readonly parts: readonly { readonly name: string; readonly size: number; readonly ms: number }[];
}

/** 32 hexadecimal digits that are the same as long as nothing there has changed; of a lab alone, so that nobody else can guess names by it. */
export function jobId(platform: Pick<Platform, "sha256">, lab: string, p: JobPlace): string {
  const h = platform.sha256();
  const lines = p.parts.map(({ name, size, ms }) => `${JSON.stringify(name)} ${size} ${Math.trunc(ms)}\n`);
  h.update(new TextEncoder().encode(`contraluz/lab-job@1\n${lab}\n${JSON.stringify(p.what)}\n${lines.join("")}`));
  return h.hex().slice(0, 32);
}
