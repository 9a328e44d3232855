/**
 * Statements to a server of Trino over HTTP: one POST, then the address of the next page until there is none. No library: the one
 * that exists reads numbers of 64 bits as numbers of JavaScript, which loses the low bits of a match key (docs/decisions/0053).
 *
 * Source: https://trino.io/docs/476/develop/client-protocol.html
 * @module
 */
import { fromBase64 } from "@contraluz/case/sign/bytes.ts";
import { type Cancel, ContraluzError } from "@contraluz/core";
import { parseExact } from "./trino-json.ts";
import type { Cell } from "./types.ts";

/** One request. What sends it checks certificates, follows nothing, and bounds the size of an answer. */
export interface TrinoRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TrinoReply {
  readonly status: number;
  readonly text: string;
}

/** What the machine gives. `send` throws ContraluzError ("lab-engine") where there is no answer. */
export interface TrinoWire {
  send(request: TrinoRequest): Promise<TrinoReply>;
  pause(ms: number): Promise<void>;
}

export interface TrinoServer {
  /** `http://127.0.0.1:8080`: an origin, without a path or a port that is the usual one. */
  readonly url: string;
  readonly user: string;
  /** `Basic …`, where the server wants a password. */
  readonly authorization?: string;
}

export interface TrinoClient {
  readonly url: string;
  /** Version of the server; throws while it starts. */
  version(): Promise<string>;
  /** Rows of a statement, in batches. Throws ContraluzError ("lab-engine") with what the server says, and then no row counts. */
  rows(sql: string): AsyncGenerator<readonly (readonly Cell[])[]>;
  /** All rows of a statement that has few. */
  all(sql: string): Promise<readonly (readonly Cell[])[]>;
}

/** The server is busy, not broken: the same request again (source: the protocol, "overview of query processing"). */
const AGAIN = new Set([429, 502, 503, 504]);
const TRIES = 10;
/** Times that a page is asked for over connections that break. */
const BROKEN = 3;

interface Page {
  readonly nextUri?: unknown;
  readonly columns?: unknown;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly stats?: { readonly state?: unknown } | null;
}

export function engineFailed(detail: string): ContraluzError {
  return new ContraluzError("lab-engine", detail.replace(/\s+/g, " ").slice(0, 400));
}

/** A value by the type of its column; throws where it is none. */
function cellOf(type: string, v: unknown): Cell {
  if (v === null) return null;
  if (type === "bigint" && /^-?\d{1,19}$/.test(String(v))) return BigInt(v as string | number);
  const bytes = type === "varbinary" && typeof v === "string" ? fromBase64(v) : undefined;
  if (bytes) return bytes;
  if ((type === "integer" || type === "double") && typeof v === "number") return v;
  if (type === "boolean" && typeof v === "boolean") return v;
  if (/^(varchar|char)\b/.test(type) && typeof v === "string") return v;
  throw engineFailed(`a value of ${type} that is none`);
}

function pageOf(text: string): Page | undefined {
  try {
    const v = parseExact(text);
    return typeof v === "object" && v !== null ? v : undefined;
  } catch {
    return undefined;
  }
}

function typesOf(columns: unknown): string[] | undefined {
  if (!Array.isArray(columns)) return undefined;
  return columns.map((c: unknown) => String((c as { readonly type?: unknown } | null)?.type));
}

/** Rows of a page; none where it has no data. */
function rowsOf(data: unknown, types: readonly string[] | undefined): Cell[][] {
  if (data === undefined || data === null) return [];
  if (!Array.isArray(data) || !types) throw engineFailed("Trino: data without columns");
  return data.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== types.length) throw engineFailed("Trino: a row of another length");
    return types.map((type, i) => cellOf(type, row[i]));
  });
}

function errorOf(error: unknown): ContraluzError {
  const { errorName, message } = error as { readonly errorName?: unknown; readonly message?: unknown };
  return engineFailed(`Trino: ${String(errorName)}: ${String(message)}`);
}

/** A client of one server. */
export function trinoClient(server: TrinoServer, wire: TrinoWire, cancel?: Cancel): TrinoClient {
  const at = (uri: unknown): string | undefined => {
    if (typeof uri !== "string") return undefined;
    // The headers may hold a password: they go to the server that was named, wherever an answer points.
    if (!uri.startsWith(`${server.url}/`)) throw engineFailed(`Trino points elsewhere: ${uri.slice(0, 100)}`);
    return uri;
  };
  const headers = {
    "X-Trino-User": server.user,
    "X-Trino-Source": "contraluz",
    ...(server.authorization === undefined ? {} : { Authorization: server.authorization }),
  };

  /** An answer; undefined where the connection broke while a page was asked for, which may be asked for again. */
  async function sent(
    method: TrinoRequest["method"],
    url: string,
    body: string | undefined,
    tried: number,
  ): Promise<TrinoReply | undefined> {
    try {
      return await wire.send({ method, url, headers, ...(body === undefined ? {} : { body }) });
    } catch (e) {
      if (method !== "GET" || tried >= BROKEN) throw e;
      await wire.pause(100 * tried);
      return undefined;
    }
  }

  /** An answer of 200 as JSON; asks again while the server is busy. */
  async function ask(method: TrinoRequest["method"], url: string, body?: string): Promise<Page> {
    for (let tried = 1; ; tried++) {
      if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
      const reply = await sent(method, url, body, tried);
      if (!reply) continue;
      const { status, text } = reply;
      if (status === 200) {
        const page = pageOf(text);
        if (!page) throw engineFailed("Trino: an answer that is no JSON object");
        return page;
      }
      if (!AGAIN.has(status) || tried === TRIES) throw engineFailed(`Trino: HTTP ${status}: ${text.slice(0, 200)}`);
      await wire.pause(100 * tried);
    }
  }

  async function* rows(sql: string): AsyncGenerator<readonly (readonly Cell[])[]> {
    let page = await ask("POST", `${server.url}/v1/statement`, sql);
    let next: string | undefined;
    try {
      let types: readonly string[] | undefined;
      for (;;) {
        next = at(page.nextUri);
        if (page.error) throw errorOf(page.error);
        types ??= typesOf(page.columns);
        const batch = rowsOf(page.data, types);
        if (batch.length > 0) yield batch;
        if (next === undefined) {
          if (page.stats?.state !== "FINISHED") throw engineFailed(`Trino: ended as ${String(page.stats?.state)}`);
          return;
        }
        page = await ask("GET", next);
      }
    } finally {
      // Whoever stops early, or was told of an error, does not leave the statement running.
      if (next !== undefined) await wire.send({ method: "DELETE", url: next, headers }).catch(() => undefined);
    }
  }

  return {
    url: server.url,
    async version() {
      const info = (await ask("GET", `${server.url}/v1/info`)) as {
        readonly starting?: unknown;
        readonly nodeVersion?: { readonly version?: unknown };
      };
      if (info.starting !== false) throw engineFailed("Trino is starting");
      return String(info.nodeVersion?.version).slice(0, 40);
    },
    rows,
    async all(sql) {
      const out: (readonly Cell[])[] = [];
      for await (const batch of rows(sql)) out.push(...batch);
      return out;
    },
  };
}
