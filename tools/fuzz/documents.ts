/** Small documents of made-up content, written without our readers. @module */
import { crc32, deflateSync } from "node:zlib";
import { makeZip } from "./archives.ts";

export const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
const latin = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

export interface Stream {
  readonly head: string;
  readonly data: Uint8Array;
}

/** A PDF of objects, numbered from 1; the first is the catalogue. */
export function makePdf(objects: readonly (string | Stream)[]): Uint8Array {
  const parts: Uint8Array[] = [latin("%PDF-1.5\n")];
  const offsets: number[] = [];
  const size = (): number => parts.reduce((n, p) => n + p.length, 0);
  for (const [i, o] of objects.entries()) {
    offsets.push(size());
    if (typeof o === "string") parts.push(latin(`${i + 1} 0 obj\n${o}\nendobj\n`));
    else {
      parts.push(latin(`${i + 1} 0 obj\n<< ${o.head} /Length ${o.data.length} >>\nstream\n`), o.data);
      parts.push(latin("\nendstream\nendobj\n"));
    }
  }
  const xref = size();
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  parts.push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${tail}`));
  return Uint8Array.from(parts.flatMap((p) => [...p]));
}

export interface PageSpec {
  /** Instructions of the page; the picture is `/Im0`, the fonts are `/F0` (Helvetica) and `/F1` (Courier). */
  readonly content: string;
  /** Gray of 200 by 100 dots. */
  readonly picture?: Uint8Array;
  readonly rotate?: number;
  readonly annots?: string;
}

/** Pages of 200 by 100 points. */
export function pdfOf(pages: readonly PageSpec[]): Uint8Array {
  const objects: (string | Stream)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
  ];
  const kids: number[] = [];
  for (const p of pages) {
    objects.push({ head: "", data: latin(p.content) });
    const content = objects.length;
    let image = "";
    if (p.picture) {
      const dict = "/Type /XObject /Subtype /Image /Width 200 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8";
      objects.push({ head: `${dict} /Filter /FlateDecode`, data: new Uint8Array(deflateSync(p.picture)) });
      image = ` /XObject << /Im0 ${objects.length} 0 R >>`;
    }
    const more = `${p.rotate ? ` /Rotate ${p.rotate}` : ""}${p.annots ? ` /Annots [${p.annots}]` : ""}`;
    const fonts = `/Font << /F0 3 0 R /F1 4 0 R >>${image}`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << ${fonts} >> /Contents ${content} 0 R${more} >>`,
    );
    kids.push(objects.length);
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(" ")}] >>`;
  return makePdf(objects);
}

/** White, 200 by 100, with lines of ink every four dots inside a box. */
export function inked(x0: number, y0: number, x1: number, y1: number): Uint8Array {
  const gray = new Uint8Array(20_000).fill(250);
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (x % 4 === 0 || y % 6 === 0) gray[y * 200 + x] = 20;
  return gray;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([latin(name), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** `type`, `bits`: as in IHDR. Rows of bytes, without filter. */
export function makePng(
  w: number,
  h: number,
  type: number,
  bits: number,
  rows: Uint8Array,
  palette?: Uint8Array,
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(w);
  head.writeUInt32BE(h, 4);
  head.set([bits, type, 0, 0, 0], 8);
  const row = rows.length / h;
  const raw = Buffer.alloc(rows.length + h);
  for (let y = 0; y < h; y++) raw.set(rows.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const mark = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
  const parts = [mark, chunk("IHDR", head), ...(palette ? [chunk("PLTE", palette)] : [])];
  return new Uint8Array(Buffer.concat([...parts, chunk("IDAT", deflateSync(raw)), chunk("IEND", new Uint8Array(0))]));
}

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly data: readonly Uint8Array[];
  /** Further fields, of type SHORT. */
  readonly fields?: Readonly<Record<number, number>>;
}

/** Little endian, gray of 8 bits, one strip for each piece of data. */
export function makeTiff(pages: readonly TiffPage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])];
  const size = (): number => parts.reduce((n, p) => n + p.length, 0);
  let link: { readonly buffer: Buffer; readonly at: number } = { buffer: parts[0]!, at: 4 };
  for (const p of pages) {
    const offsets = p.data.map((d) => {
      const at = size();
      parts.push(Buffer.from(d));
      return at;
    });
    const lists = Buffer.alloc(offsets.length * 8);
    for (const [i, at] of offsets.entries()) {
      lists.writeUInt32LE(at, i * 4);
      lists.writeUInt32LE(p.data[i]!.length, (offsets.length + i) * 4);
    }
    const listAt = size();
    parts.push(lists);
    const rows = Math.ceil(p.height / p.data.length);
    const short: Record<number, number> = {
      256: p.width,
      257: p.height,
      258: 8,
      259: 1,
      262: 1,
      277: 1,
      278: rows,
      ...p.fields,
    };
    const tags = [...Object.keys(short).map(Number), 273, 279].sort((a, b) => a - b);
    const ifd = Buffer.alloc(2 + tags.length * 12 + 4);
    ifd.writeUInt16LE(tags.length);
    for (const [i, tag] of tags.entries()) {
      const at = 2 + i * 12;
      ifd.writeUInt16LE(tag, at);
      if (tag === 273 || tag === 279) {
        ifd.writeUInt16LE(4, at + 2);
        ifd.writeUInt32LE(offsets.length, at + 4);
        const from = tag === 273 ? 0 : offsets.length * 4;
        ifd.writeUInt32LE(offsets.length === 1 ? lists.readUInt32LE(from) : listAt + from, at + 8);
      } else {
        ifd.writeUInt16LE(3, at + 2);
        ifd.writeUInt32LE(1, at + 4);
        ifd.writeUInt16LE(short[tag]!, at + 8);
      }
    }
    link.buffer.writeUInt32LE(size(), link.at);
    parts.push(ifd);
    link = { buffer: ifd, at: ifd.length - 4 };
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** 32 by 16 dots, white, with a black box from (8,4) to (24,12). */
export const JPEG: Uint8Array = Uint8Array.from(
  Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQACABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APTq8x/4W5/1Af8Ayb/+wo/4W5/1Af8Ayb/+wr06ivMf+FR/9R7/AMlP/s6P+FR/9R7/AMlP/s69Or//2Q==",
    "base64",
  ),
);

export const DOCX: Uint8Array = makeZip(
  [
    {
      name: "[Content_Types].xml",
      bytes: utf8('<Types><Override PartName="/word/document.xml" ContentType="application/xml"/></Types>'),
    },
    {
      name: "word/document.xml",
      bytes: utf8(
        '<w:document><w:body><w:p><w:r><w:t xml:space="preserve">Oficio 12 &amp; anexo de </w:t></w:r><w:r><w:rPr><w:color w:val="000000"/><w:shd w:fill="000000"/></w:rPr><w:t>Rosa Ibáñez</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>Segunda hoja</w:t><w:tab/><w:t>fin</w:t></w:r></w:p></w:body></w:document>',
      ),
    },
  ],
  { deflate: true },
);

export const ODT: Uint8Array = makeZip([
  { name: "mimetype", bytes: utf8("application/vnd.oasis.opendocument.text") },
  {
    name: "content.xml",
    bytes: utf8(
      '<office:document-content><office:automatic-styles><style:style style:name="PB"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="T"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style></office:automatic-styles><office:body><office:text><text:p>Uno<text:s text:c="3"/>dos <text:span text:style-name="T">Luis Nava</text:span></text:p><text:p text:style-name="PB">Hoja dos</text:p></office:text></office:body></office:document-content>',
    ),
  },
]);

export const HTML: Uint8Array = utf8(
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title><style>.b{background:#000;color:#000}</style><script>var x = "<p>no";</script></head><body><p>Asunto:   la&nbsp;marcha</p><p>Va <span class="b">Ana Ruiz</span> sola</p><hr class="pagina"><pre>a\n  b</pre></body></html>',
);

export const MAIL: Uint8Array = utf8(
  `From: =?UTF-8?B?${Buffer.from("Jefatura de Año").toString("base64")}?= <a@enlace.example.mx>\r\nTo: <b@enlace.example.mx>\r\nSubject: =?utf-8?q?Seguimiento_=C3=BAnico?=\r\nDate: Fri, 13 Oct 1995 10:15:00 -0600\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=_x"\r\n\r\n--=_x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nVa adjunto el an=C3=A1lisis.=\r\n Saludos\r\n--=_x\r\nContent-Type: text/plain; name="nota.txt"\r\nContent-Disposition: attachment; filename="../nota.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from("Nota uno\fNota dos").toString("base64")}\r\n--=_x--\r\n`,
);

export const MBOX: Uint8Array = utf8(
  "From a@b Fri Oct 13 10:00:00 1995\nFrom: a@b\nTo: c@d\nSubject: uno\n\nprimero\n\nFrom c@d Fri Oct 13 11:00:00 1995\nFrom: c@d\nTo: a@b\nSubject: dos\n\nsegundo\n",
);
