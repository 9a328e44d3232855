/** ZCONTACTS of interactionC.db: one record for each correspondent, with counts and the first and last times. @module */
import { macSeconds } from "@contraluz/core";
import { account } from "../../account.ts";
import type { Emit, SqliteItem } from "../../artifact.ts";
import type { Lookup } from "../../lookup.ts";
import { number, text } from "../../text.ts";

/** Emits the correspondents and remembers in `people` by what they are named. */
export function emitContacts(item: SqliteItem, emit: Emit, people: Lookup<string>, content: boolean): void {
  const [pk, identifier, own, name, person] = [
    item.column("Z_PK"),
    item.column("ZIDENTIFIER"),
    item.column("ZCUSTOMIDENTIFIER"),
    item.column("ZDISPLAYNAME"),
    item.column("ZPERSONID"),
  ];
  const [wrote, beside, written] = [
    item.column("ZINCOMINGSENDERCOUNT"),
    item.column("ZINCOMINGRECIPIENTCOUNT"),
    item.column("ZOUTGOINGRECIPIENTCOUNT"),
  ];
  const [created, firstFrom, lastFrom, firstBeside, lastBeside, firstTo, lastTo] = [
    item.column("ZCREATIONDATE"),
    item.column("ZFIRSTINCOMINGSENDERDATE"),
    item.column("ZLASTINCOMINGSENDERDATE"),
    item.column("ZFIRSTINCOMINGRECIPIENTDATE"),
    item.column("ZLASTINCOMINGRECIPIENTDATE"),
    item.column("ZFIRSTOUTGOINGRECIPIENTDATE"),
    item.column("ZLASTOUTGOINGRECIPIENTDATE"),
  ];
  for (const row of item.rows) {
    const v = row.values;
    const time = (column: number) => macSeconds(number(v[column]));
    const id = text(v[identifier]) || text(v[own]);
    const key = number(v[pk]) ?? row.rowid;
    if (id) people.set(key, id, id.length);
    const at = time(created);
    const [from, first] = [number(v[wrote]), time(firstFrom)];
    const [to, begun] = [number(v[written]), time(firstTo)];
    // Who wrote came from outside; to whom this phone wrote was in contact; whom others wrote to beside it is on a list.
    const met = (n: number | bigint | undefined, since: unknown): boolean =>
      since !== undefined || (n !== undefined && n > 0);
    const contact = met(from, first) ? "received" : met(to, begun) ? "looked-up" : "listed";
    emit({
      kind: "contact",
      ...(at ? { at } : {}),
      fields: {
        contact: key,
        identifier: id,
        wrote: from,
        first_from: first,
        last_from: time(lastFrom),
        written: to,
        first_to: begun,
        last_to: time(lastTo),
        beside: number(v[beside]),
        first_beside: time(firstBeside),
        last_beside: time(lastBeside),
        person: text(v[person]),
        name: content ? text(v[name]) : undefined,
      },
      observables: account(id, contact),
      origin: item.origin(row),
    });
  }
}
