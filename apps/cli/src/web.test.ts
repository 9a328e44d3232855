/** `contraluz web`: what the server gives, and what it refuses. The page itself is tested in `apps/web/e2e`. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contraluz, folder } from "./cli.fixture.ts";
import { serveWeb, type WebServer } from "./web-server.ts";

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const dir = folder();
let server: WebServer;

/** A request with headers of our choice; the path goes out as it is. */
function ask(path: string, o: { method?: string; host?: string } = {}): Promise<Answered> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: o.method ?? "GET",
        headers: { host: o.host ?? `127.0.0.1:${port}` },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    sent.on("error", reject).end();
  });
}

before(async () => {
  writeFileSync(join(dir.path, "secret.txt"), "above");
  const web = join(dir.path, "web");
  mkdirSync(join(web, "deep"), { recursive: true });
  writeFileSync(join(web, "index.html"), "<h1>page</h1>");
  writeFileSync(join(web, "main-1.js"), "1");
  writeFileSync(join(web, "notes.sqlite"), "2");
  writeFileSync(join(web, "deep/index.html"), "deep");
  server = await serveWeb(web);
});
after(async () => {
  await server.close();
  dir[Symbol.dispose]();
});

test("the page and its files, with a policy that lets nothing out", async () => {
  const page = await ask("/");
  assert.equal(page.status, 200);
  assert.equal(page.body, "<h1>page</h1>");
  const policy = String(page.headers["content-security-policy"]);
  for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "frame-ancestors 'none'"])
    assert.ok(policy.includes(part), part);
  assert.equal(page.headers["cache-control"], "no-store");
  assert.equal(page.headers["x-content-type-options"], "nosniff");
  assert.equal(page.headers["set-cookie"], undefined);
  assert.match(String((await ask("/main-1.js")).headers["content-type"]), /^text\/javascript/);
  const head = await ask("/", { method: "HEAD" });
  assert.deepEqual([head.status, head.body], [200, ""]);
});

test("no listing, nothing above or below its folder, no other file", async () => {
  for (const path of [
    "/deep/",
    "/deep/index.html",
    "/deep",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/notes.sqlite",
    "/x",
  ])
    assert.deepEqual([(await ask(path)).status, (await ask(path)).body], [404, ""], path);
  assert.equal((await ask("/", { method: "POST" })).status, 405);
});

test("a name of somebody else that points here is turned away", async () => {
  assert.equal((await ask("/", { host: "evil.example" })).status, 421);
  assert.equal((await ask("/", { host: `evil.example:${new URL(server.address).port}` })).status, 421);
  assert.equal((await ask("/", { host: `localhost:${new URL(server.address).port}` })).status, 200);
});

test("it listens on this computer alone", () => {
  assert.equal(new URL(server.address).hostname, "127.0.0.1");
});

test("a port that is none is said in words", async () => {
  for (const port of ["65536", "-1", "x"]) {
    const ran = await contraluz(["web", `--port=${port}`, "--lang", "en"], { cwd: dir.path });
    assert.equal(ran.code, 2);
    assert.match(ran.err, /The port .* will not do/);
  }
});
