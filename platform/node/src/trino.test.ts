import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { after, before, test } from "node:test";
import { mayAsk, trinoWire } from "./trino.ts";

let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;

before(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (b: Buffer) => (body += b.toString("utf8")));
    request.on("end", () => answer(request, response, body));
  });
  // A slow computer is no reason to close a connection.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((r) => server.listen(0, "127.0.0.1", () => r()));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
after(() => server.close());

test("plain http stays on this computer", () => {
  for (const ok of [
    "https://trino.example",
    "http://127.0.0.1:8080",
    "http://127.9.9.9",
    "http://localhost:1",
    "http://[::1]:8080",
  ])
    assert.equal(mayAsk(new URL(ok)), true, ok);
  for (const bad of [
    "http://trino.example",
    "http://10.0.0.1",
    "http://127.0.0.1.example",
    "http://127.example",
    "ftp://127.0.0.1",
    "http://[::2]",
    "file:///x",
  ])
    assert.equal(mayAsk(new URL(bad)), false, bad);
});

test("a request goes as it is, and its answer comes whole", async () => {
  const seen: unknown[] = [];
  answer = (request, response, body) => {
    seen.push([request.method, request.url, request.headers["x-trino-user"], request.headers["user-agent"], body]);
    response.writeHead(body === "busy" ? 503 : 200).end("ñ".repeat(70_000));
  };
  const wire = trinoWire();
  try {
    const headers = { "X-Trino-User": "ana" };
    const first = await wire.send({ method: "POST", url: `${url}/v1/statement`, headers, body: "sélect 'ñ'" });
    assert.deepEqual([first.status, first.text.length], [200, 70_000]);
    assert.equal((await wire.send({ method: "POST", url: `${url}/x`, headers, body: "busy" })).status, 503);
    assert.equal((await wire.send({ method: "GET", url: `${url}/y`, headers })).status, 200);
    assert.deepEqual(seen[0], ["POST", "/v1/statement", "ana", "contraluz", "sélect 'ñ'"]);
    assert.deepEqual(seen[2], ["GET", "/y", "ana", "contraluz", ""]);
  } finally {
    wire.close();
  }
});

test("a statement never goes over a connection that was used before; pages do", async () => {
  const ports: (number | undefined)[] = [];
  answer = (request, response) => {
    ports.push(request.socket.remotePort);
    response.end("{}");
  };
  const wire = trinoWire();
  try {
    for (const method of ["GET", "GET", "POST", "POST"])
      await wire.send({ method, url, headers: {}, ...(method === "POST" ? { body: "x" } : {}) });
    assert.equal(ports[0], ports[1]);
    assert.equal(new Set(ports).size, 3);
  } finally {
    wire.close();
  }
});

test("no whole answer is an error: too long, cut off, too slow, another computer, nobody there", async () => {
  const wire = trinoWire({ bytes: 1000 });
  const hasty = trinoWire({ idle: 200 });
  const get = (to = url): Promise<unknown> => wire.send({ method: "GET", url: to, headers: {} });
  try {
    answer = (_, response) => void response.end("x".repeat(1001));
    await assert.rejects(get(), { code: "lab-engine", message: /1000 bytes/ });
    answer = (_, response) => {
      response.writeHead(200, { "Content-Length": "100" }).write("x");
      response.socket!.destroySoon();
    };
    await assert.rejects(get(), { code: "lab-engine" });
    answer = () => {};
    await assert.rejects(hasty.send({ method: "GET", url, headers: {} }), { code: "lab-engine", message: /ETIMEDOUT/ });
    await assert.rejects(get("http://10.0.0.1/"), { code: "lab-engine", message: /https/ });
    answer = (_, response) => void response.writeHead(302, { Location: "http://10.0.0.1/" }).end();
    assert.deepEqual(await get(), { status: 302, text: "" });
  } finally {
    wire.close();
    hasty.close();
  }
  const gone = createServer();
  await new Promise<void>((r) => gone.listen(0, "127.0.0.1", () => r()));
  const { port } = gone.address() as { port: number };
  await new Promise((r) => gone.close(r));
  await assert.rejects(get(`http://127.0.0.1:${port}/`), { code: "lab-engine", message: /ECONNREFUSED/ });
});
