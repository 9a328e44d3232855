/**
 * Trusted Types: where the browser has them, no text can become the address of a script, except here, and here only a Blob of
 * our own, or the script of the kept page. The page's policy names these two makers and no others.
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

let kept: Maker | undefined;

/** The address of the service worker of this build. */
export function keptScript(name: string): string {
  const types = (globalThis as { trustedTypes?: Types }).trustedTypes;
  const own = (u: string): string => {
    if (!/^keep-[0-9a-f]+\.js$/.test(u)) throw new TypeError("not the script of a kept page");
    return u;
  };
  kept ??= types?.createPolicy("contraluz-keep", { createScriptURL: own });
  return kept ? kept.createScriptURL(name) : own(name);
}
