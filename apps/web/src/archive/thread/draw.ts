/** The thread that draws pages of documents: a document that hangs or breaks it costs one picture and nothing else. @module */
import {
  type PagePicture,
  type PictureFault,
  type PictureSource,
  pictureSource,
  smaller,
} from "@contraluz/archive/read/picture.ts";
import type { Platform, WorkerPort } from "@contraluz/core";
import type { OpenDocuments } from "@contraluz/evidence/documents/index.ts";
import { readDocument } from "@contraluz/evidence/documents/index.ts";
import type { PageImage } from "../protocol.ts";
import type { DrawJob, Drawn } from "./draw-job.ts";

/** Dots of a picture that is shown. */
const MOST = 6_000_000;
/** Words of a page that are set over it. */
const WORDS = 20_000;

function documentsOf({ place }: DrawJob, platform: Platform): OpenDocuments {
  const { path, kind, ref, bytes } = place;
  return {
    acquisition: { kind: "documents" },
    name: "",
    async *files() {
      const size = bytes?.length;
      yield { path, kind, size, ref, bytes: async () => bytes?.slice() ?? (ref && readDocument(ref, platform)) };
    },
    close: async () => {},
  };
}

/** A PNG, in this thread: nothing is painted that was not on the page. */
async function png(p: PagePicture): Promise<Blob> {
  const { width, height, gray } = smaller(p, MOST);
  const data = new ImageData(width, height);
  for (let k = 0, d = 0; k < gray.length; k++, d += 4) {
    data.data[d] = data.data[d + 1] = data.data[d + 2] = gray[k]!;
    data.data[d + 3] = 255;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.putImageData(data, 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}

export function servePictures(port: WorkerPort, platform: Platform): void {
  let held: { readonly path: string; readonly source: PictureSource } | undefined;
  const draw = async (job: DrawJob): Promise<PageImage | PictureFault> => {
    if (held?.path !== job.place.path) {
      await held?.source.close();
      held = { path: job.place.path, source: pictureSource(documentsOf(job, platform), platform) };
    }
    const found = await held.source.of(job.page);
    if (typeof found === "string") return found;
    const { width, height, words } = found;
    const image = found.pictures > 0 || found.gray.some((v) => v !== 255) ? { image: await png(found) } : {};
    return { ...image, width, height, words: words.slice(0, WORDS) };
  };
  let before: Promise<unknown> = Promise.resolve();
  port.onMessage((m) => {
    const job = m as DrawJob;
    before = before
      .then(() => draw(job))
      .catch((): PictureFault => "unreadable")
      .then((answer) => port.post({ id: job.id, answer } satisfies Drawn));
  });
}
