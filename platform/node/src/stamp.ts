/**
 * One question to one timestamp authority that the person named, over https. Nothing else is sent: no cookies, no name, no agent of a
 * browser. The authority sees the address of this network and the time, and a hash.
 *
 * Source: RFC 3161, section 3.4 (`application/timestamp-query`, `application/timestamp-reply`).
 * @module
 */
import type { Downloaded, DownloadFailure, DownloadOptions, NotDownloaded } from "./download.ts";
import { plain } from "./file.ts";
import { http, https } from "./http.ts";

export interface StampLimits {
  /** Milliseconds until the whole answer is there. */
  readonly whole: number;
  readonly bytes: number;
}

export const STAMP_LIMITS: StampLimits = { whole: 30_000, bytes: 1024 * 1024 };

/**
 * Sends a `.tsq` and gives back the bytes of the `.tsr`, whatever they are: the caller checks them. Redirects are not followed. Never
 * throws for what the network or the other side does.
 * @example const got = await askAuthority("https://tsa.example/tsr", query, { allow: (u) => u.protocol === "https:" });
 */
export function askAuthority(
  url: string,
  query: Uint8Array,
  o: Pick<DownloadOptions, "allow" | "signal"> & { readonly limits?: Partial<StampLimits> },
): Promise<Downloaded | NotDownloaded> {
  const limits = { ...STAMP_LIMITS, ...o.limits };
  const failed = (why: DownloadFailure, detail: string): NotDownloaded => ({ ok: false, why, detail });
  if (!URL.canParse(url) || !o.allow(new URL(url))) return Promise.resolve(failed("redirect", url.slice(0, 200)));
  const to = new URL(url);
  return new Promise((resolve) => {
    const headers = {
      "User-Agent": "contraluz",
      "Content-Type": "application/timestamp-query",
      "Content-Length": String(query.length),
      Accept: "application/timestamp-reply",
      "Accept-Encoding": "identity",
    };
    let timer: NodeJS.Timeout | undefined;
    const done = (r: Downloaded | NotDownloaded): void => {
      clearTimeout(timer);
      resolve(r);
      request.destroy();
    };
    const options = { method: "POST", headers, ...(o.signal ? { signal: o.signal } : {}) };
    // Whatever the environment says: a certificate is checked.
    const request =
      to.protocol === "https:"
        ? https().request(to, { ...options, rejectUnauthorized: true })
        : http().request(to, options);
    timer = setTimeout(() => done(failed("timeout", to.host)), limits.whole);
    request.on("error", (e: NodeJS.ErrnoException) =>
      done(o.signal?.aborted ? failed("cancelled", "") : failed("unreachable", e.code ?? e.message)),
    );
    request.on("response", (r) => {
      const status = r.statusCode ?? 0;
      if (status !== 200) return done(failed(status >= 300 && status < 400 ? "redirect" : "status", String(status)));
      if ((r.headers["content-encoding"] ?? "identity") !== "identity") return done(failed("encoding", ""));
      const parts: Buffer[] = [];
      let size = 0;
      r.on("data", (b: Buffer) => {
        size += b.length;
        if (size > limits.bytes) done(failed("too-large", `> ${limits.bytes}`));
        else parts.push(b);
      });
      r.on("error", (e: NodeJS.ErrnoException) => done(failed("truncated", e.code ?? "")));
      r.on("end", () => {
        if (!r.complete) return done(failed("truncated", `${size}`));
        done({ ok: true, bytes: plain(Buffer.concat(parts, size)), url: to.href });
      });
    });
    request.end(query);
  });
}
