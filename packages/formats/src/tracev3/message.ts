/**
 * Where the format text of an entry stands.
 *
 * Facts: libyal/dtformats, "Firehose tracepoint string reference": 31 bits of the entry, with those above them in one of two other
 * fields; the highest bit of the entry's says that the text is only `%s`.
 * @module
 */
import { uuid } from "./bytes.ts";
import type { ImageTexts, SharedTexts } from "./images.ts";
import type { LogEntry } from "./types.ts";

const HIGH = 2_147_483_648;
const WORD = 4_294_967_296;

/** Who has the files of texts. */
export interface LogTexts {
  image(uuid: string): ImageTexts | undefined;
  shared(uuid: string): SharedTexts | undefined;
}

export interface FoundText {
  readonly format: string;
  /** The program or library whose code logged, if it is known. */
  readonly library: string | undefined;
}

/** UUID of the image whose file of texts an entry names; undefined for those in the shared cache, and where none is named. */
export function imageOf(e: LogEntry): string | undefined {
  const { process, bytes } = e.chunk;
  switch (e.flags & 0xe) {
    case 2:
      return process?.main;
    case 8: {
      const address = e.loadHigh * WORD + e.load;
      return process?.images.find((i) => address >= i.load && address - i.load <= i.size)?.uuid;
    }
    case 0xa:
      return e.imageAt >= 0 ? uuid(bytes, e.imageAt) : undefined;
    default:
      return undefined;
  }
}

/** The format text of an entry; undefined if its file is not there or does not hold it. */
export function formatOf(e: LogEntry, texts: LogTexts): FoundText | undefined {
  const dynamic = e.format >= HIGH;
  const low = dynamic ? e.format - HIGH : e.format;
  const reference = low + (e.largeCache || e.largeOffset) * HIGH;
  const kind = e.flags & 0xe;
  if (kind === 4 || kind === 0xc) {
    const { process } = e.chunk;
    const shared = process?.cache === undefined ? undefined : texts.shared(process.cache);
    if (!shared) return undefined;
    if (dynamic) return { format: "%s", library: shared.owner(reference)?.path };
    const found = shared.find(reference);
    return found && { format: found.text, library: found.image?.path };
  }
  const id = imageOf(e);
  const image = id === undefined ? undefined : texts.image(id);
  if (!image) return undefined;
  const format = dynamic ? "%s" : image.text(reference);
  return format === undefined ? undefined : { format, library: image.path };
}
