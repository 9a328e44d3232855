/**
 * TrustStore.sqlite3: certificates that somebody told the phone to trust. On a phone of one's own the table is empty.
 *
 * `tsettings`: `sha256` of the certificate (`sha1` in older versions), `subj` (its name, normalised, DER), `tset` (how it is
 * trusted), `data` (the certificate). With such a certificate its owner can read encrypted connections that pass by.
 * Sources: Apple's Security (SecTrustStoreServer.c, the statement that makes the table); the path in KeychainDomain from the file
 * list of a real backup (MVT's), in ProtectedDomain from one of iOS 27.
 * @module
 */
import { hex, type Observable } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { namesInDer } from "./der.ts";
import { fields, words } from "./words.ts";

const digest = (v: unknown, bytes: number): string | undefined =>
  v instanceof Uint8Array && v.length === bytes ? hex(v) : undefined;

export const trustStore: Artifact<"sqlite"> = {
  id: "ios/trust-store",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "KeychainDomain/TrustStore.sqlite3",
      "ProtectedDomain/TrustStore.sqlite3",
      "ProtectedDomain/trustd/private/TrustStore.sqlite3",
    ],
    want: { tables: [{ name: "tsettings", columns: ["sha256", "sha1", "subj"] }] },
  }),
  fields,
  key: { certificate: ["sha256"] },
  observes: [["certificate", "installed"]],
  words,
  sources: ["TrustStore.sqlite3: tsettings (Apple Security, open source)"],
  parse: () => ({
    take(item, emit) {
      const [sha256, sha1, subject] = [item.column("sha256"), item.column("sha1"), item.column("subj")];
      for (const row of item.rows) {
        const v = row.values;
        const [long, short, name] = [digest(v[sha256], 32), digest(v[sha1], 20), v[subject]];
        const names = name instanceof Uint8Array ? namesInDer(name) : [];
        const observables: Observable[] = [];
        for (const value of [long, short])
          if (value) observables.push({ type: "certificate", value, contact: "installed" });
        emit({
          kind: "certificate",
          fields: { sha256: long, sha1: short, name: names.length > 0 ? text(names.join(", ")) : undefined },
          observables,
          origin: item.origin(row),
        });
      }
    },
  }),
};
