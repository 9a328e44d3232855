/**
 * One file from one address that the person asked for by name: the only place where anything connects to anything.
 *
 * By node:https and not `fetch`: it sends no header that we did not write, waits as long as we say, and tells a body that was
 * cut off. Nothing is remembered between two calls: no cookies, no ETag sent back. A proxy is Node's own matter
 * (`NODE_USE_ENV_PROXY=1` with `HTTPS_PROXY`, from Node 24 on).
 * @module
 */
import type { IncomingMessage } from "node:http";
import { createGunzip } from "node:zlib";
import { plain } from "./file.ts";
import { http, https } from "./http.ts";

/** Milliseconds, bytes, hops. */
export interface DownloadLimits {
  /** Until the server has begun to answer. */
  readonly connect: number;
  /** Between two pieces of a body. */
  readonly idle: number;
  readonly whole: number;
  /** Of the body as it is kept, and as it comes. */
  readonly bytes: number;
  readonly redirects: number;
}

export const DOWNLOAD_LIMITS: DownloadLimits = {
  connect: 20_000,
  idle: 20_000,
  whole: 180_000,
  bytes: 64 * 1024 * 1024,
  redirects: 3,
};

export type DownloadFailure =
  /** No way to the server: no network, no such name, refused, a certificate that is not its own. */
  | "unreachable"
  | "timeout"
  /** An answer that is not 200. */
  | "status"
  /** To an address that may not be asked. */
  | "redirect"
  | "too-large"
  /** Fewer bytes than were announced. */
  | "truncated"
  /** Packed in a way that we do not read, or damaged. */
  | "encoding"
  | "cancelled";

export interface Downloaded {
  readonly ok: true;
  readonly bytes: Uint8Array;
  /** Where the bytes came from in the end. */
  readonly url: string;
  /** `Last-Modified` as ISO 8601, if it was given. */
  readonly modified?: string;
}

export interface NotDownloaded {
  readonly ok: false;
  readonly why: DownloadFailure;
  /** A status, a code of the system, a host: for the person who looks closer. */
  readonly detail: string;
}

export interface DownloadOptions {
  /** Asked of every address before it is connected to, also after a redirect. */
  readonly allow: (url: URL) => boolean;
  readonly limits?: Partial<DownloadLimits>;
  readonly signal?: AbortSignal;
}

class Failed extends Error {
  readonly why: DownloadFailure;
  constructor(why: DownloadFailure, detail: string) {
    super(detail);
    this.why = why;
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The answer to one request; its body is not read yet. */
function ask(url: URL, limits: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { "User-Agent": "contraluz", Accept: "*/*", "Accept-Encoding": "identity" };
  return new Promise((resolve, reject) => {
    const options = { headers, signal };
    const took = (r: IncomingMessage): void => {
      clearTimeout(timer);
      resolve(r);
    };
    const request =
      url.protocol === "https:"
        ? // Whatever the environment says: a certificate is checked.
          https().get(url, { ...options, rejectUnauthorized: true }, took)
        : http().get(url, options, took);
    const timer = setTimeout(() => request.destroy(new Failed("timeout", url.host)), limits.connect);
    request.on("error", (e: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(e instanceof Failed ? e : new Failed("unreachable", e.code ?? e.message));
    });
  });
}

/** Follows redirects as far as they are allowed. */
async function answer(
  from: string,
  o: DownloadOptions,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<[URL, IncomingMessage]> {
  let url = new URL(from);
  for (let hop = 0; ; hop++) {
    if (!o.allow(url)) throw new Failed("redirect", url.host);
    const r = await ask(url, limits, signal);
    const status = r.statusCode ?? 0;
    if (status === 200) return [url, r];
    r.destroy();
    if (!REDIRECTS.has(status)) throw new Failed("status", String(status));
    if (hop >= limits.redirects) throw new Failed("redirect", `> ${limits.redirects}`);
    const to = r.headers.location ?? "";
    if (!URL.canParse(to, url.href)) throw new Failed("redirect", "Location");
    url = new URL(to, url);
  }
}

/** The whole body, unpacked, within the limits. */
function bodyOf(r: IncomingMessage, limits: DownloadLimits): Promise<Uint8Array> {
  const announced = r.headers["content-length"];
  const encoding = (r.headers["content-encoding"] ?? "identity").toLowerCase();
  const packed = encoding === "gzip" || encoding === "x-gzip";
  if (!packed && encoding !== "identity") {
    r.destroy();
    return Promise.reject(new Failed("encoding", encoding.slice(0, 40)));
  }
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    let came = 0;
    const out = packed ? r.pipe(createGunzip()) : r;
    let timer: NodeJS.Timeout;
    const fail = (e: Failed): void => {
      // First of all: what is destroyed says that it was cut off.
      reject(e);
      clearTimeout(timer);
      r.destroy();
      if (out !== r) out.destroy();
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(new Failed("timeout", "")), limits.idle);
    };
    wait();
    if (Number(announced) > limits.bytes) return fail(new Failed("too-large", String(announced)));
    r.on("data", (b: Buffer) => {
      wait();
      came += b.length;
      if (came > limits.bytes) fail(new Failed("too-large", `> ${limits.bytes}`));
    });
    r.on("error", (e: NodeJS.ErrnoException) => fail(new Failed("truncated", e.code ?? "")));
    r.on("aborted", () => fail(new Failed("truncated", `${came} / ${announced ?? "?"}`)));
    out.on("data", (b: Buffer) => {
      size += b.length;
      if (size > limits.bytes) return fail(new Failed("too-large", `> ${limits.bytes}`));
      parts.push(b);
    });
    if (out !== r) out.on("error", (e: NodeJS.ErrnoException) => fail(new Failed("encoding", e.code ?? "")));
    out.on("end", () => {
      clearTimeout(timer);
      const short = announced !== undefined && Number(announced) !== came;
      if (!r.complete || short) fail(new Failed("truncated", `${came} / ${announced ?? "?"}`));
      else resolve(plain(Buffer.concat(parts, size)));
    });
  });
}

function isoOf(header: string | undefined): string | undefined {
  const ms = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/**
 * Fetches one file. Never throws for what the network or the other side does: it says why there is none.
 * @example const got = await download(url, { allow: (u) => u.protocol === "https:" && u.host === "example.org" });
 */
export async function download(url: string, o: DownloadOptions): Promise<Downloaded | NotDownloaded> {
  const limits = { ...DOWNLOAD_LIMITS, ...o.limits };
  const whole = AbortSignal.timeout(limits.whole);
  const signal = o.signal ? AbortSignal.any([whole, o.signal]) : whole;
  try {
    const [from, response] = await answer(url, o, limits, signal);
    const bytes = await bodyOf(response, limits);
    const modified = isoOf(response.headers["last-modified"]);
    return { ok: true, bytes, url: from.href, ...(modified === undefined ? {} : { modified }) };
  } catch (e) {
    if (o.signal?.aborted) return { ok: false, why: "cancelled", detail: "" };
    if (whole.aborted) return { ok: false, why: "timeout", detail: `${limits.whole} ms` };
    if (e instanceof Failed) return { ok: false, why: e.why, detail: e.message };
    throw e;
  }
}
