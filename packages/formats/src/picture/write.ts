/** The smallest PDF around pictures. @module */
import { DROP_OF_2, DROP_OF_4, type PicturePage, type Tile } from "./types.ts";

const utf8 = new TextEncoder();
const n = (v: number): string => String(Math.round(v * 10_000) / 10_000);

/** Clockwise quarters that show a picture upright, and whether it is mirrored first (Exif 2.3, 4.6.4). */
const TURNS: readonly (readonly [number, boolean])[] = [
  [0, false],
  [0, false],
  [0, true],
  [180, false],
  [180, true],
  [270, true],
  [90, false],
  [90, true],
  [270, false],
];

export function writePdf(pages: readonly PicturePage[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let size = 0;
  const add = (piece: Uint8Array | string): void => {
    const bytes = typeof piece === "string" ? utf8.encode(piece) : piece;
    parts.push(bytes);
    size += bytes.length;
  };
  const object = (number: number, head: string, data?: readonly Uint8Array[]): void => {
    offsets[number] = size;
    const length = data?.reduce((sum, d) => sum + d.length, 0) ?? 0;
    add(`${number} 0 obj\n<< ${head}${data ? ` /Length ${length}` : ""} >>\n`);
    if (data) {
      add("stream\n");
      for (const d of data) add(d);
      add("\nendstream\n");
    }
    add("endobj\n");
  };
  add("%PDF-1.5\n");
  object(DROP_OF_2, "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]", [utf8.encode("{pop}")]);
  object(DROP_OF_4, "/FunctionType 4 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1]", [utf8.encode("{pop}")]);
  let next = 5;
  const kids: number[] = [];
  for (const page of pages) {
    const k = 72 / page.dpi;
    const first = next;
    for (const t of page.tiles) {
      object(next++, `/Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} ${t.dict}`, t.data);
    }
    const names = page.tiles.map((_, i) => `/I${i} ${first + i} 0 R`).join(" ");
    const content = next++;
    object(content, "", [utf8.encode(page.tiles.map((t, i) => place(page, t, i, k)).join("\n"))]);
    const [turn] = TURNS[page.orientation] ?? [0, false];
    kids.push(next);
    object(
      next++,
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${n(page.width * k)} ${n(page.height * k)}] /Rotate ${turn} /Contents ${content} 0 R /Resources << /XObject << ${names} >> >>`,
    );
  }
  object(1, "/Type /Catalog /Pages 2 0 R");
  object(2, `/Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}]`);
  const xref = size;
  const rows = Array.from({ length: next - 1 }, (_, i) => `${String(offsets[i + 1]).padStart(10, "0")} 00000 n \n`);
  add(`xref\n0 ${next}\n0000000000 65535 f \n${rows.join("")}`);
  add(`trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  const out = new Uint8Array(size);
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

function place(page: PicturePage, t: Tile, i: number, k: number): string {
  const mirrored = TURNS[page.orientation]?.[1] ?? false;
  const [w, h] = [t.width * k, t.height * k];
  const y = (page.height - t.y - t.height) * k;
  const x = (mirrored ? page.width - t.x : t.x) * k;
  return `q ${n(mirrored ? -w : w)} 0 0 ${n(h)} ${n(x)} ${n(y)} cm /I${i} Do Q`;
}
