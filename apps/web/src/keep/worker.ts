/**
 * The service worker of a kept page. It takes the files of its own build once, each by its hash, and answers from them alone: no
 * request of the page reaches the network. Its name has the build in it, so a newer build on the server is another script, and
 * this one stays as it is.
 * @module
 */
import { build, files } from "contraluz:kept";
import { CACHES, REMOVED } from "./cache.ts";

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = CACHES + build;
const BASE = new URL("./", scope.location.href);

async function take(): Promise<void> {
  const cache = await caches.open(CACHE);
  // `reload`: not what some cache between here and the server holds.
  await cache.addAll(
    files.map(([name, integrity]) => new Request(new URL(name, BASE), { integrity, cache: "reload" })),
  );
  await scope.skipWaiting();
}

async function begin(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHES) && name !== CACHE) await caches.delete(name);
  await scope.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const { href } = new URL(request.url);
  const name = href.startsWith(BASE.href) ? href.slice(BASE.href.length).replace(/[?#].*$/, "") : undefined;
  // Not by opening the cache: that would make it again while it is being removed.
  const found =
    name === undefined ? undefined : await caches.match(new URL(name || "index.html", BASE), { cacheName: CACHE });
  return found ?? new Response(null, { status: 404 });
}

scope.addEventListener("install", (e) => e.waitUntil(take()));
scope.addEventListener("activate", (e) => e.waitUntil(begin()));
// A page that is removed while it is open gets the rest of itself from its site: the browser asks, not this script.
let removed = false;
scope.addEventListener("message", (e) => {
  removed ||= e.data === REMOVED;
  e.ports[0]?.postMessage(REMOVED);
});
scope.addEventListener("fetch", (e) => {
  if (!removed) e.respondWith(answer(e.request));
});
