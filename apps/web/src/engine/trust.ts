/**
 * Trusted Types: where the browser has them, no text can become the address of a script, except here, and here only a Blob of
 * our own. The page's policy names these two makers and no others.
 * @module
 */

interface Maker {
  createScriptURL(url: string): string;
}
interface Types {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Maker;
}

let maker: Maker | undefined;

/** The address of a Blob, as the browser wants it for a new thread. */
export function blobScript(url: string): string {
  const types = (globalThis as { trustedTypes?: Types }).trustedTypes;
  if (!url.startsWith("blob:")) throw new TypeError(`no Blob: ${url.slice(0, 40)}`);
  maker ??= types?.createPolicy("contraluz", {
    createScriptURL: (u) => {
      if (!u.startsWith("blob:")) throw new TypeError("no Blob");
      return u;
    },
  });
  return maker ? maker.createScriptURL(url) : url;
}

/** One line of script that loads `url` (of our own build) in a new thread. */
export function importer(url: string): string {
  const text = JSON.stringify(url);
  return `{const u=${text};importScripts(self.trustedTypes?trustedTypes.createPolicy("contraluz-import",{createScriptURL:()=>u}).createScriptURL(u):u)}`;
}
