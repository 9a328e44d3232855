/** A database with its write-ahead log; half of the damaged logs get sums that hold, so that their pages are used. @module */
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { mutate, type Parts } from "../mutate.ts";
import { sealWal } from "../seal.ts";
import type { Target } from "../target.ts";
import { fill, readAll } from "./sqlite.ts";

const more = (pageSize: number): Parts => {
  const { db, wal } = makeDatabase(fill, {
    pageSize,
    onlyInWal: (d) => d.exec("UPDATE item SET t = t || '!'; DELETE FROM pair WHERE k = 2; CREATE TABLE new(a)"),
  });
  return [db, wal];
};

const seeds: readonly Parts[] = [more(512), more(512), more(4096)];

export const target: Target = {
  make(dice) {
    const [db, wal] = mutate({ seeds, paged: true }, dice);
    if (dice.oneIn(2)) return [db!, wal!];
    const sealed = new Uint8Array(wal!);
    sealWal(sealed);
    return [db!, sealed];
  },
  drive: readAll,
};
