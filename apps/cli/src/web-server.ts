/**
 * Serves the web app on 127.0.0.1 and nothing else: a known set of files, no listing, no other host. A page elsewhere that
 * points its own name at this machine (DNS rebinding) is turned away by the Host header.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/**
 * Nothing from elsewhere, nothing to elsewhere, no text of the evidence that becomes a script. For the page (`frame-ancestors`
 * counts in a header alone) and for the server; `script` and `style` say which are its own.
 */
export function pagePolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    // Compiled code of ours that reads papers (SQLite, letters, fax). No text becomes a script by it.
    `script-src ${script} blob: 'wasm-unsafe-eval'`,
    "worker-src 'self' blob:",
    `style-src ${style}`,
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types contraluz contraluz-keep",
  ].join("; ");
}

const POLICY = `${pagePolicy("'self'", "'self'")}; frame-ancestors 'none'`;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Pages that carry a policy of their own, for inline scripts and styles. */
const OWN_POLICY = /^(contraluz|exit-\w+)\.html$/;

/** The service worker of a page that is kept fetches the files of its build, once, from where it came itself. */
const KEEP = /^keep-[0-9a-f]+\.js$/;

function policyOf(name: string): string {
  if (KEEP.test(name)) return "default-src 'none'; connect-src 'self'";
  return OWN_POLICY.test(name) ? "frame-ancestors 'none'" : POLICY;
}

function headers(name: string): Record<string, string> {
  return {
    "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
    "Content-Security-Policy": policyOf(name),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    // `usb`: only this page itself, when the person asks it to copy a phone that is connected.
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(self)",
  };
}

/** Paths that are remembered: whoever asks without end must not fill the memory. */
const MAX_ASKED = 10_000;

export interface WebServer {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  /** The first paths, in the order they were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Files of one folder by name; what lies deeper, or is no part of the app, is not served. */
function load(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile() && TYPES[extname(e.name)]);
  return new Map(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** Serves `folder` until it is closed. `port` 0: any free one. Rejects where the port is taken. */
export async function serveWeb(folder: string, port = 0): Promise<WebServer> {
  const files = load(folder);
  const asked: string[] = [];
  let hosts = new Set<string>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? "";
    if (asked.length < MAX_ASKED) asked.push(path);
    const name = path === "/" ? "index.html" : path.slice(1).replace(/\?.*$/, "");
    const body = files.get(name);
    const refused = !hosts.has(request.headers.host ?? "")
      ? 421
      : request.method !== "GET" && request.method !== "HEAD"
        ? 405
        : !body
          ? 404
          : 0;
    if (refused > 0 || !body) {
      response.writeHead(refused, { "Content-Type": "text/plain", "X-Content-Type-Options": "nosniff" }).end();
      return;
    }
    response.writeHead(200, { ...headers(name), "Content-Length": String(body.length) });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  // It brings a client for WebSockets along: other commands do without.
  const { createServer } = await import("node:http");
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const at = (server.address() as AddressInfo).port;
  hosts = new Set([`127.0.0.1:${at}`, `localhost:${at}`]);
  return {
    address: `http://127.0.0.1:${at}/`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
