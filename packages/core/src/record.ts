/** Records: one thing read, with where it comes from to the byte. @module */
import type { Json } from "./json.ts";
import type { Moment } from "./time.ts";

/**
 * Enough to find the same bytes with other tools. `file` is an index into `Result.files`; bytes of a `-wal` or `-journal` are
 * told as those of its database.
 */
export interface Origin {
  readonly file: number;
  /** The row does not stand in its table: it was deleted, or another one of its number stands there. */
  readonly state?: "deleted" | "superseded";
  readonly at:
    | {
        readonly table: string;
        /** Not known of some deleted rows. */
        readonly row?: number | bigint;
        readonly page?: number;
        readonly cell?: number;
        /** Bytes of the log or the journal beside the database; or a free page, or free space of a page. */
        readonly in?: "wal" | "free" | "journal";
        /** Of a row that does not stand in its table: the byte at which it starts, in the file that `in` names. */
        readonly offset?: number;
        /** In a log: the number of the frame, from 1. */
        readonly frame?: number;
        /** Parts of the row were used again: it is not certain. */
        readonly torn?: true;
      }
    | { readonly line: number; readonly offset: number }
    | { readonly offset: number; readonly length: number }
    | { readonly key: string }
    | { readonly packet: number; readonly offset: number };
}

export type ObservableType =
  | "url"
  | "domain"
  | "ip"
  | "email"
  | "phone"
  | "process"
  | "file-path"
  | "file-name"
  | "hash"
  | "app-id"
  | "certificate"
  | "property"
  | "profile-id"
  | "ja4"
  | "wifi"
  | "cell"
  | "tracker";

/**
 * How a value met the device; `looked-up` is weighed as `received`. `shown`: a server showed it to whoever connected. `shared`: the
 * address of a connection that was made under another name, since one address can serve thousands of sites.
 */
export type Contact =
  | "ran"
  | "installed"
  | "present"
  | "resolved"
  | "opened"
  | "visited"
  | "shown"
  | "received"
  | "looked-up"
  | "listed"
  | "shared";

export interface Observable {
  readonly type: ObservableType;
  readonly value: string;
  readonly contact: Contact;
}

export interface ArtifactRecord {
  /** A key of `Artifact.fields`. */
  readonly kind: string;
  readonly at?: Moment;
  readonly fields: { readonly [name: string]: Json | Moment | undefined };
  readonly observables: readonly Observable[];
  readonly origin: Origin;
  /** As its origin says: artifacts do not set it. */
  readonly state?: "deleted" | "superseded";
}

/** A pointer to a stored record: line `ordinal` (from 0) of the artifact's file. */
export interface RecordRef {
  readonly artifact: string;
  readonly ordinal: number;
  readonly origin: Origin;
  readonly at?: Moment;
}
