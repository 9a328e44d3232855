import assert from "node:assert/strict";
import { test } from "node:test";
import { type TrinoReply, type TrinoRequest, type TrinoWire, trinoClient } from "./trino-client.ts";
import { parseExact } from "./trino-json.ts";
import type { Cell } from "./types.ts";

const URL_ = "http://127.0.0.1:8080";
const MOST = 9_223_372_036_854_775_807n;

test("whole numbers of any length keep all their digits; texts and other numbers stay what they are", () => {
  const v = parseExact(
    '{"a":[9223372036854775807,-9223372036854775808,12,1.5,1e3,-0.123456789012345678],"b":"1234567890123456789","c":"\\"1234567890123456789\\\\"}',
  ) as { a: unknown[]; b: string; c: string };
  assert.deepEqual(v.a, ["9223372036854775807", "-9223372036854775808", 12, 1.5, 1000, -0.12345678901234568]);
  assert.equal(v.b, "1234567890123456789");
  assert.equal(v.c, '"1234567890123456789\\');
  for (const bad of ['{"a":1234567890123456789', '"1234567890123456789', '\\"'.repeat(50_000), "-1234567890123456789-"])
    assert.throws(() => parseExact(bad), SyntaxError);
});

interface Script {
  readonly sent: TrinoRequest[];
  readonly pauses: number[];
  readonly wire: TrinoWire;
}

/** A server that gives these answers, one after the other; an Error is thrown. */
function script(...replies: readonly (TrinoReply | Error)[]): Script {
  const [sent, pauses]: [TrinoRequest[], number[]] = [[], []];
  let at = 0;
  return {
    sent,
    pauses,
    wire: {
      async send(request) {
        sent.push(request);
        if (request.method === "DELETE") return { status: 204, text: "" };
        const reply = replies[at++];
        if (reply === undefined) throw new Error(`nothing more is expected: ${request.method} ${request.url}`);
        if (reply instanceof Error) throw reply;
        return reply;
      },
      pause: async (ms) => void pauses.push(ms),
    },
  };
}

const page = (v: Record<string, unknown>): TrinoReply => ({ status: 200, text: JSON.stringify(v) });
const next = (n: number): string => `${URL_}/v1/statement/executing/q/y/${n}`;
const columns = ["bigint", "varchar(5)", "integer", "varbinary", "bigint"].map((type, i) => ({ name: `c${i}`, type }));
const FINISHED = { stats: { state: "FINISHED" } };

function all(s: Script, cancel?: { readonly aborted: boolean }): Promise<readonly (readonly Cell[])[]> {
  return trinoClient({ url: URL_, user: "ana" }, s.wire, cancel).all("select 1");
}

test("a statement is sent once, and its pages are followed to the end", async () => {
  const s = script(
    page({ nextUri: next(1), stats: { state: "QUEUED" } }),
    page({ nextUri: next(2), columns, data: [[1, "a", 2, "AP8=", null]] }),
    {
      status: 200,
      text: `{"columns":${JSON.stringify(columns)},"data":[[${MOST},"b",3,"",-1]],"stats":{"state":"FINISHED"}}`,
    },
  );
  assert.deepEqual(await all(s), [
    [1n, "a", 2, Uint8Array.of(0, 255), null],
    [MOST, "b", 3, new Uint8Array(0), -1n],
  ]);
  assert.deepEqual(
    s.sent.map((r) => [r.method, r.url, r.body]),
    [
      ["POST", `${URL_}/v1/statement`, "select 1"],
      ["GET", next(1), undefined],
      ["GET", next(2), undefined],
    ],
  );
  assert.equal(s.sent[0]!.headers["X-Trino-User"], "ana");
});

test("a busy server is asked again, and so is a page over a connection that broke; a statement is not", async () => {
  const busy: TrinoReply = { status: 503, text: "" };
  const s = script(busy, busy, page({ nextUri: next(1) }), new Error("ECONNRESET"), busy, page(FINISHED));
  assert.deepEqual(await all(s), []);
  assert.equal(s.pauses.length, 4);
  await assert.rejects(all(script(new Error("ECONNRESET"))), /ECONNRESET/);
  await assert.rejects(all(script(page({ nextUri: next(1) }), ...Array(3).fill(new Error("EPIPE")))), /EPIPE/);
  await assert.rejects(all(script(...Array(20).fill(busy))), { code: "lab-engine", message: /HTTP 503/ });
});

test("an error after rows is an error: nobody gets to the end of half an answer", async () => {
  const error = { errorName: "REMOTE_TASK_ERROR", message: "Too many requests failed" };
  const s = script(
    page({ nextUri: next(1), columns, data: [[1, "a", 2, "", 0]] }),
    page({ error, stats: { state: "FAILED" } }),
  );
  const seen: unknown[] = [];
  await assert.rejects(
    async () => {
      for await (const batch of trinoClient({ url: URL_, user: "u" }, s.wire).rows("select 1")) seen.push(...batch);
    },
    { code: "lab-engine", message: "Trino: REMOTE_TASK_ERROR: Too many requests failed" },
  );
  assert.equal(seen.length, 1);
});

test("answers that are none are refused", async () => {
  const cases: readonly (readonly [string, TrinoReply])[] = [
    ["ends without having finished", page({ stats: { state: "RUNNING" } })],
    ["says nothing of how it ended", page({})],
    ["is no object", { status: 200, text: "[1]" }],
    ["is null", { status: 200, text: "null" }],
    ["is no JSON", { status: 200, text: "<html>" }],
    ["is a page of another server", page({ nextUri: "http://127.0.0.1:80801/v1/x" })],
    ["is a page of a host that begins alike", page({ nextUri: "http://127.0.0.1:8080.example/v1/x" })],
    ["has data without columns", page({ data: [[1]], ...FINISHED })],
    ["has a short row", page({ columns, data: [[1]], ...FINISHED })],
    ["has a number that is none", page({ columns: [{ type: "bigint" }], data: [["0x10"]], ...FINISHED })],
    ["has bytes that are none", page({ columns: [{ type: "varbinary" }], data: [["A"]], ...FINISHED })],
    ["has a text that is a number", page({ columns: [{ type: "varchar" }], data: [[7]], ...FINISHED })],
    ["is refused", { status: 401, text: "Unauthorized" }],
    ["leads elsewhere", { status: 302, text: "" }],
  ];
  for (const [what, reply] of cases) await assert.rejects(all(script(reply)), { code: "lab-engine" }, what);
});

test("who stops early, or is stopped, does not leave the statement running", async () => {
  const s = script(page({ nextUri: next(1), columns, data: [[1, "a", 2, "", 0]] }));
  for await (const _ of trinoClient({ url: URL_, user: "u" }, s.wire).rows("select 1")) break;
  assert.deepEqual([s.sent.at(-1)!.method, s.sent.at(-1)!.url], ["DELETE", next(1)]);
  const cancel = { aborted: false };
  const stopped = script(page({ nextUri: next(1) }), page({ nextUri: next(2) }));
  stopped.wire.send = ((send) => async (r: TrinoRequest) => {
    if (r.url === next(1)) cancel.aborted = true;
    return send(r);
  })(stopped.wire.send);
  await assert.rejects(all(stopped, cancel), { code: "cancelled" });
  assert.equal(stopped.sent.at(-1)!.method, "DELETE");
});

test("a server that starts is not asked anything", async () => {
  const version = (v: unknown): Promise<string> =>
    trinoClient({ url: URL_, user: "u" }, script(page(v as Record<string, unknown>)).wire).version();
  assert.equal(await version({ starting: false, nodeVersion: { version: "476" } }), "476");
  await assert.rejects(version({ starting: true, nodeVersion: { version: "476" } }), { code: "lab-engine" });
});
