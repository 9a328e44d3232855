/** The archive's thread: the only one that holds pages, index and documents. It serves one page; when it ends nothing is left but what was kept. @module */
import { ContraluzError, type Platform, type WorkerPort } from "@contraluz/core";
import type { ArchiveQuestions, FromArchive, ToArchive } from "../protocol.ts";
import type { Machine } from "./machine.ts";
import { room } from "./room.ts";

export function serveArchive(port: WorkerPort, platform: Platform, machine: Machine): void {
  const post = (m: FromArchive): void => port.post(m);
  const waiting = new Map<number, (file: File | undefined) => void>();
  let next = 0;
  const need = (index: number): Promise<File | undefined> =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      post({ type: "need", id, index });
    });
  const own = room(platform, machine, need, (now) => post({ type: "now", now }));
  port.onMessage((raw) => {
    const m = raw as ToArchive;
    switch (m.type) {
      case "file":
        waiting.get(m.id)?.(m.file);
        waiting.delete(m.id);
        return;
      case "ask":
        own.answer(m.what, m.ask as ArchiveQuestions[typeof m.what]["ask"]).then(
          (answer) => post({ type: "answer", id: m.id, answer }),
          (e: unknown) => post({ type: "refused", id: m.id, code: e instanceof ContraluzError ? e.code : "bug" }),
        );
        return;
      case "close":
        own.close().finally(() => post({ type: "closed" }));
    }
  });
}
