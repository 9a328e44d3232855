/** What a person writes at a page: another text, with its history, and what they think of it. @module */
import type { StoredPage } from "@contraluz/archive/index/index.ts";
import { type Correction, correctionLine } from "@contraluz/archive/pages/correction.ts";
import { markLine, NOTE, type PageMark } from "@contraluz/archive/pages/mark.ts";
import { PAGE_LIMITS } from "@contraluz/archive/pages/read.ts";
import { pageKey } from "@contraluz/archive/pages/types.ts";
import type { ArchiveQuestions, PageView } from "../protocol.ts";
import type { Held } from "./open.ts";
import type { sealedRoom } from "./sealed-room.ts";

type Marking = "correct" | "mark";

export interface MarkingHost extends Held {
  readonly inCase: Pick<ReturnType<typeof sealedRoom>, "correct">;
  /** Throws ContraluzError where there is no such page. */
  page(id: number): Promise<StoredPage>;
  view(id: number): Promise<PageView | undefined>;
}

/** Letters of a name. */
const BY = 200;
const utf8 = new TextEncoder();

export function markingAnswers(host: MarkingHost): {
  [K in Marking]: (ask: ArchiveQuestions[K]["ask"]) => Promise<ArchiveQuestions[K]["answer"]>;
} {
  return {
    async correct(ask) {
      const { id, text, by, why } = ask;
      const o = host.now();
      if (o.sealed)
        return host.inCase.correct(o, o.sealed, { ...ask, by: by.slice(0, BY), text: text.slice(0, PAGE_LIMITS.text) });
      const { doc, path, page } = await host.page(id);
      const index = await o.index.now();
      const n = index.pages.history({ id }).length;
      const c: Correction = {
        doc,
        path,
        page,
        n,
        text: text.slice(0, PAGE_LIMITS.text),
        by: by.slice(0, BY),
        at: host.machine.clock(),
        ...(why !== "" && { why: why.slice(0, 2000) }),
      };
      await host.kept(o).append("corrections.jsonl", utf8.encode(correctionLine(c)));
      o.corrections += index.correct([c]).added;
      o.turn++;
      o.unsaved = true;
      return host.view(id);
    },
    async mark({ id, mark, note }) {
      const o = host.now();
      const { doc, path, page } = await host.page(id);
      const m: PageMark = {
        doc,
        path,
        page,
        mark,
        ...(note !== "" && { note: note.slice(0, NOTE) }),
        at: host.machine.clock(),
      };
      await host.kept(o).append("marks.jsonl", utf8.encode(markLine(m)));
      o.marks.set(pageKey(m), m);
      o.unsaved = true;
      return host.view(id);
    },
  };
}
