/**
 * "Keep it on this device": a service worker and a cache, only where the person asks for it. Whether it is kept is asked without
 * storing anything.
 * @module
 */
import { mode } from "contraluz:mode";
import { keptScript } from "../engine/trust.ts";
import { CACHES, REMOVED } from "./cache.ts";

/** What this build is, as its own page says: the beginning of a hash over all of its files. */
export function buildId(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? "";
}

/** The one file, and what the program on this computer serves, are on it already; some private windows keep nothing. */
export function canKeep(): boolean {
  return mode === "site" && "serviceWorker" in navigator && location.hostname !== "127.0.0.1" && buildId() !== "";
}

export async function isKept(): Promise<boolean> {
  return (await navigator.serviceWorker.getRegistration()) !== undefined;
}

/** Rejects where the browser refuses, or a file is not the one of this build; then nothing stays. */
export async function keep(): Promise<void> {
  try {
    const url = keptScript(`keep-${buildId()}.js`);
    const { installing, active } = await navigator.serviceWorker.register(url, { updateViaCache: "all" });
    if (!active && installing) await activated(installing);
  } catch (e) {
    await unkeep();
    throw e;
  }
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("not kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** An older worker does not answer: nobody waits longer (ms). */
const PATIENCE = 1000;

/** Tells the worker that serves this page to stand aside. */
function standAside(): Promise<void> {
  const { controller } = navigator.serviceWorker;
  if (!controller) return Promise.resolve();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, PATIENCE);
    controller.postMessage(REMOVED, [port2]);
  });
}

/** Removes it, whatever version it is. */
export async function unkeep(): Promise<void> {
  await standAside();
  for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister();
  for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name);
}
