/**
 * Requests to the one server of Trino that the person named. Over http it is reached on this computer alone; elsewhere over https, with
 * a certificate that is checked. Redirects are not followed.
 *
 * Source: https://trino.io/docs/476/develop/client-protocol.html
 * @module
 */
import { isIP } from "node:net";
import { ContraluzError } from "@contraluz/core";
import { http, https } from "./http.ts";

/** A request and its answer, as `packages/hunt/src/engine/trino-client.ts` has them. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WireLimits {
  /** Milliseconds without a byte; the server answers within a second or so, whatever the statement takes. */
  readonly idle: number;
  /** Bytes of one answer: a page of results is 16 MB at most. */
  readonly bytes: number;
}

export const WIRE_LIMITS: WireLimits = { idle: 120_000, bytes: 128 * 1024 * 1024 };

/** True for an address that may be asked: https, or http on this computer. */
export function mayAsk(url: URL): boolean {
  if (url.protocol === "https:") return true;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return (
    url.protocol === "http:" &&
    (host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127.")))
  );
}

export interface Wire {
  send(request: WireRequest): Promise<{ readonly status: number; readonly text: string }>;
  pause(ms: number): Promise<void>;
  close(): void;
}

/** A wire that keeps its connections until it is closed. Throws ContraluzError ("lab-engine") where no whole answer comes. */
export function trinoWire(o: Partial<WireLimits> = {}): Wire {
  const limits = { ...WIRE_LIMITS, ...o };
  const agents = {
    http: new (http().Agent)({ keepAlive: true }),
    https: new (https().Agent)({ keepAlive: true, rejectUnauthorized: true }),
  };
  // A statement is never sent on a connection that the other side may just be closing: nobody could tell whether it runs.
  const once = {
    http: new (http().Agent)({ keepAlive: false }),
    https: new (https().Agent)({ keepAlive: false, rejectUnauthorized: true }),
  };
  const failed = (detail: string): ContraluzError => new ContraluzError("lab-engine", `Trino: ${detail}`);
  return {
    send({ method, url, headers, body }) {
      const to = new URL(url);
      if (!mayAsk(to)) return Promise.reject(failed(`${to.protocol}//${to.host}: https`));
      return new Promise((resolve, reject) => {
        const all = {
          "User-Agent": "contraluz",
          Accept: "application/json",
          "Accept-Encoding": "identity",
          ...headers,
          ...(body === undefined
            ? {}
            : { "Content-Type": "text/plain; charset=utf-8", "Content-Length": Buffer.byteLength(body) }),
        };
        const request =
          to.protocol === "https:"
            ? https().request(to, {
                method,
                headers: all,
                agent: method === "GET" ? agents.https : once.https,
                timeout: limits.idle,
              })
            : http().request(to, {
                method,
                headers: all,
                agent: method === "GET" ? agents.http : once.http,
                timeout: limits.idle,
              });
        const fail = (detail: string): void => {
          reject(failed(detail));
          request.destroy();
        };
        request.on("timeout", () => fail("ETIMEDOUT"));
        request.on("error", (e: NodeJS.ErrnoException) => fail(e.code ?? e.message));
        request.on("response", (r) => {
          const parts: Buffer[] = [];
          let size = 0;
          r.on("data", (b: Buffer) => {
            size += b.length;
            if (size > limits.bytes) fail(`> ${limits.bytes} bytes`);
            else parts.push(b);
          });
          r.on("error", (e: NodeJS.ErrnoException) => fail(e.code ?? e.message));
          r.on("end", () => {
            if (!r.complete) return fail("cut off");
            resolve({ status: r.statusCode ?? 0, text: Buffer.concat(parts, size).toString("utf8") });
          });
        });
        request.end(body);
      });
    },
    pause: (ms) => new Promise((r) => setTimeout(r, ms)),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
