/** Serves a few known files on 127.0.0.1, with the headers that the web app will have, and remembers who asked for what. @module */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Nothing from elsewhere, nothing to elsewhere, no code that is not a file of this server. */
export const CSP =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page may share memory between its threads only when it is isolated (`SharedArrayBuffer`). */
const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
}

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Paths in the order they were asked for, known or not. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** `files` by path, `/index.html` under its own name; what is not there is a 404. Paths below `/isolated/` are isolated. */
export async function serve(files: ReadonlyMap<string, Served>): Promise<Server> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const found = files.get(path.replace(/^\/isolated\//, "/"));
    const headers = {
      "Content-Security-Policy": CSP,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Content-Type": found?.type ?? "text/plain",
      ...(path.startsWith("/isolated/") ? ISOLATED : {}),
    };
    response.writeHead(found && request.method === "GET" ? 200 : 404, headers);
    response.end(found && request.method === "GET" ? found.body : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
