/** The very bytes of a record, in hexadecimal, with what it shows in the light. @module */
import { count } from "@contraluz/core";
import { rowCommand } from "@contraluz/report/origin/origin.ts";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordRow } from "../ask.ts";
import { textsOf } from "../brief.ts";
import { scrolls } from "../list/roles.ts";
import type { RowTools } from "../rows.tsx";
import type { Ask } from "../use-bench.ts";
import { type HexLine, hexLines, litOf } from "./paint.ts";
import { type Lit, type Spot, spotOf } from "./spot.ts";

/** Bytes that are shown at once, around the record, and a step to the side. */
const MOST = 1024;
const AROUND = 48;
const STEP = 512;
const CLASS: Readonly<Record<Lit, string>> = { head: "a", cell: "b", value: "d" };

interface Found {
  readonly spot: Spot;
  readonly encrypted: boolean;
}

/** Where the bytes are: null if they cannot be had. */
function useSpot(ask: Ask, row: RecordRow): Found | null | undefined {
  const [found, set] = useState<Found | null | undefined>();
  useEffect(() => {
    let live = true;
    set(undefined);
    let encrypted = false;
    const read = async (offset: number, length: number): Promise<Uint8Array> => {
      const a = await ask("bytes", { file: row.record.origin.file, offset, length });
      if (!a) throw new Error("no bytes");
      encrypted = a.encrypted;
      return a.bytes;
    };
    read(0, 16)
      .then(() => spotOf(row.record.origin, textsOf(row.record), read))
      .then(
        (spot) => live && set({ spot, encrypted }),
        () => live && set(null),
      );
    return () => {
      live = false;
    };
  }, [ask, row]);
  return found;
}

/** Bytes of the file from a multiple of 16 on. */
function useBytes(
  ask: Ask,
  file: number,
  from: number | undefined,
  length: number,
): { bytes: Uint8Array; size: number } | undefined {
  const [got, set] = useState<{ bytes: Uint8Array; size: number } | undefined>();
  useEffect(() => {
    if (from === undefined) return;
    let live = true;
    ask("bytes", { file, offset: from, length }).then(
      (a) => live && set(a),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [ask, file, from, length]);
  return got;
}

function Line({
  line,
  digits,
  gap,
}: {
  readonly line: HexLine;
  readonly digits: number;
  readonly gap: string;
}): JSX.Element {
  const of = (lit: Lit | undefined): string => (lit ? CLASS[lit] : "dim");
  return (
    <>
      <span class="o">{line.offset.toString(16).padStart(digits, "0")}</span>
      {gap}
      {line.runs.map((r, i) => (
        <span key={i} class={of(r.lit)}>
          {r.hex}
        </span>
      ))}
      {gap}
      {line.text.map((r, i) => (
        <span key={i} class={of(r.lit)}>
          {r.chars}
        </span>
      ))}
      {"\n"}
    </>
  );
}

/** In words, what is not exact. */
function doubt({ spot, encrypted }: Found, t: RowTools): string | undefined {
  const w = t.words;
  if (encrypted) return w.bytesSealed;
  switch (spot.doubt) {
    case undefined:
      return undefined;
    case "page":
      return w.bytesPage;
    case "start":
      return w.bytesStart;
    case "key":
      return w.bytesKey;
    case "key-not-found":
      return w.bytesKeyNot;
    case "other-file":
      return w.bytesOther;
    case "damaged":
      return w.bytesDamaged;
  }
}

export interface BytesProps {
  readonly ask: Ask;
  readonly row: RecordRow;
  readonly tools: RowTools;
}

export function BytesPart({ ask, row, tools: t }: BytesProps): JSX.Element {
  const w = t.words;
  const found = useSpot(ask, row);
  const [shift, setShift] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setShift(0);
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [row]);
  const spot = found?.spot;
  const start = spot === undefined ? undefined : Math.max(0, spot.from - (spot.from % 16) - AROUND + shift * STEP);
  const length = spot ? Math.min(MOST, Math.ceil((spot.to - spot.from) / 16) * 16 + 2 * AROUND + 16) : 0;
  const got = useBytes(ask, row.record.origin.file, start, length);
  const command = rowCommand(row.record.origin.at);
  return (
    <section class="panel stack bytes" aria-labelledby="bytes">
      <h2 id="bytes" tabIndex={-1} ref={heading}>
        {w.bytes}
      </h2>
      {found === undefined ? <p role="status">{w.bytesLoading}</p> : null}
      {found === null ? <p role="status">{w.bytesGone}</p> : null}
      {found ? (
        <>
          {doubt(found, t) === undefined ? null : <p class="read m0">{doubt(found, t)}</p>}
          {got && start !== undefined && spot ? (
            <Hex bytes={got.bytes} base={start} spot={spot} row={row} tools={t} />
          ) : null}
          <div class="row gap2">
            <button type="button" class="btn small quiet" disabled={start === 0} onClick={() => setShift(shift - 1)}>
              {w.before}
            </button>
            <button
              type="button"
              class="btn small quiet"
              disabled={!got || (start ?? 0) + length >= got.size}
              onClick={() => setShift(shift + 1)}
            >
              {w.after}
            </button>
          </div>
        </>
      ) : null}
      {command === undefined ? null : (
        <>
          <h3>{w.otherTool}</h3>
          <pre>{command}</pre>
        </>
      )}
    </section>
  );
}

function Hex(p: {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly spot: Spot;
  readonly row: RecordRow;
  readonly tools: RowTools;
}): JSX.Element {
  const { bytes, base, spot, row, tools: t } = p;
  const w = t.words;
  const lit = litOf(bytes, base, spot, textsOf(row.record));
  const digits = Math.max(6, (base + bytes.length).toString(16).length);
  const at = (n: number): string => `0x${n.toString(16)}`;
  const used = (["value", "head", "cell"] as const).filter((l) => lit.includes(l));
  const short = hexLines(bytes, base, lit, 8);
  const long = hexLines(bytes, base, lit, 16);
  return (
    <>
      <p class="fine m0">
        {w.bytesWhere(at(spot.from), at(Math.max(spot.from, spot.to - 1)), count(Math.max(0, spot.to - spot.from)))} ·{" "}
        {w.copyHint}
      </p>
      <div class="hex night" {...scrolls(w.bytesOf(t.nameOf(row.artifact)))}>
        <span class="hx-l">
          {long.map((l) => (
            <Line key={l.offset} line={l} digits={digits} gap="  " />
          ))}
        </span>
        <span class="hx-s">
          {short.map((l) => (
            <Line key={l.offset} line={l} digits={Math.max(4, digits - 2)} gap=" " />
          ))}
        </span>
      </div>
      <ul class="legend">
        {used.map((l) => (
          <li key={l}>
            <span class="hex night chip" aria-hidden="true">
              <b class={CLASS[l]}>6f</b>
            </span>
            {w.lit[l]}
          </li>
        ))}
      </ul>
    </>
  );
}
