/** Participants of events: organizers are told with their event, everybody else, and organizers without one, alone. @module */
import { macSeconds, type Origin } from "@contraluz/core";
import type { SqlValue } from "@contraluz/formats/sqlite/index.ts";
import { account } from "../../account.ts";
import type { Emit, ParseRun, RowPlace, SqliteItem } from "../../artifact.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { number, text } from "../../text.ts";

const MAX_PARTICIPANTS = 200_000;
/** Participant.entity_type. */
const ORGANIZER = 8;

interface Participant {
  readonly account: string | undefined;
  readonly self: boolean;
  readonly organizer: boolean;
  readonly event: number | bigint | undefined;
  readonly status: number | bigint | undefined;
  readonly changed: SqlValue | undefined;
  readonly comment: string | undefined;
  readonly place: RowPlace;
  /** An event names it. */
  told: boolean;
}

export class Participants {
  readonly #known: Lookup<Participant>;
  /** Addresses of those whose row has none of its own: `mailto:ana@example.org`. */
  readonly #identities: Lookup<string>;
  readonly #content: boolean;
  #origin: ((row: RowPlace) => Origin) | undefined;

  constructor(run: ParseRun) {
    this.#known = createLookup("Participant", MAX_PARTICIPANTS, run.problem);
    this.#identities = createLookup("Identity", MAX_PARTICIPANTS, run.problem);
    this.#content = run.content;
  }

  takeIdentities(item: SqliteItem): void {
    const at = item.column("address");
    for (const row of item.rows) {
      const value = text(row.values[at])?.replace(/^(?:mailto|tel):/i, "");
      if (value) this.#identities.set(row.rowid, value, value.length);
    }
  }

  take(item: SqliteItem, emit: Emit): void {
    const [email, phone, self] = [item.column("email"), item.column("phone_number"), item.column("is_self")];
    const [type, owner, status] = [item.column("entity_type"), item.column("owner_id"), item.column("status")];
    const [changed, comment] = [item.column("last_modified"), item.column("comment")];
    const identity = item.column("identity_id");
    this.#origin = item.origin;
    for (const row of item.rows) {
      const v = row.values;
      const { rowid, page, cell, wal } = row;
      const who: Participant = {
        account: text(v[email]) || text(v[phone]) || this.#identities.get(number(v[identity])),
        self: v[self] === 1,
        organizer: v[type] === ORGANIZER,
        event: number(v[owner]),
        status: number(v[status]),
        changed: v[changed],
        comment: this.#content ? text(v[comment]) : undefined,
        place: { rowid, page, cell, wal },
        told: false,
      };
      if (!this.#known.set(rowid, who, (who.account?.length ?? 0) + (who.comment?.length ?? 0))) this.#emit(who, emit);
    }
  }

  /** The organizer of an event, which is told with it. */
  organizer(id: number | bigint | undefined): Participant | undefined {
    const who = this.#known.get(id);
    if (who) who.told = true;
    return who;
  }

  /** Those whom no event named as its organizer. */
  rest(emit: Emit): void {
    for (const who of this.#known.values()) if (!who.told) this.#emit(who, emit);
  }

  #emit(who: Participant, emit: Emit): void {
    const at = macSeconds(number(who.changed));
    emit({
      kind: "participant",
      ...(at ? { at } : {}),
      fields: {
        account: who.account,
        event: who.event,
        organizer: who.organizer ? true : undefined,
        own: who.self ? true : undefined,
        status: who.status,
        comment: who.comment,
      },
      // Whoever organizes wrote to this phone; an invitee only stands in the list.
      observables: account(who.account, who.organizer && !who.self ? "received" : "listed"),
      origin: this.#origin!(who.place),
    });
  }
}
