/**
 * TCC.db: permissions that apps and programs asked for.
 *
 * `client_type` 0 is a bundle identifier, 1 an absolute path. Newer versions have auth_value (0 denied, 1 unknown,
 * 2 allowed, 3 limited), older ones `allowed` 0/1. `last_modified` is Unix seconds.
 * Sources: ios.md 2.2, mvt.md 3.
 * @module
 */
import { type Observable, unixSeconds } from "@contraluz/core";
import type { SqlValue } from "@contraluz/formats/sqlite/index.ts";
import type { Artifact, SqliteWant } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const DECISIONS = ["denied", "unknown", "allowed", "limited"];

/** In words where the number is known, else as it stands. */
function decisionOf(auth: SqlValue | undefined, allowed: SqlValue | undefined): string | undefined {
  const known = number(auth);
  if (known !== undefined) return DECISIONS[Number(known)] ?? String(known);
  const old = number(allowed);
  return old === undefined ? undefined : old === 1 ? "allowed" : old === 0 ? "denied" : String(old);
}

const WANT: SqliteWant = {
  tables: [
    {
      name: "access",
      columns: ["service", "client", "client_type", "auth_value", "auth_reason", "allowed", "last_modified"],
      needs: ["client"],
    },
  ],
};

export const tcc: Artifact<"sqlite"> = {
  id: "ios/tcc",
  version: 1,
  feed: "sqlite",
  where: {
    ...inBackupAndDump({ paths: ["HomeDomain/Library/TCC/TCC.db"], want: WANT }),
    sysdiagnose: { paths: ["logs/Accessibility/TCC.db"], want: WANT },
  },
  fields,
  key: { grant: ["client", "service", "client_type"] },
  observes: [
    ["app-id", "ran"],
    ["process", "ran"],
    // A program that asks by its path: only its own would show, and hardly any asks.
    ["file-path", "ran", []],
  ],
  words,
  sources: ["TCC.db: access"],
  parse: () => ({
    take(item, emit) {
      const [service, client, type] = [item.column("service"), item.column("client"), item.column("client_type")];
      const [auth, reason] = [item.column("auth_value"), item.column("auth_reason")];
      const [allowed, time] = [item.column("allowed"), item.column("last_modified")];
      for (const row of item.rows) {
        const v = row.values;
        const name = text(v[client]);
        const isPath = v[type] === 1 || name?.startsWith("/") === true;
        // A client asks while it runs, and stands here even if it was denied.
        const observables: Observable[] = [];
        if (name) {
          if (isPath) observables.push({ type: "file-path", value: name, contact: "ran" });
          else observables.push({ type: "app-id", value: name, contact: "ran" });
          observables.push({ type: "process", value: name, contact: "ran" });
        }
        const at = unixSeconds(number(v[time]));
        emit({
          kind: "grant",
          ...(at ? { at } : {}),
          fields: {
            service: text(v[service]),
            client: name,
            client_type: isPath ? "path" : "app",
            decision: decisionOf(v[auth], v[allowed]),
            reason: number(v[reason]),
          },
          observables,
          origin: item.origin(row),
        });
      }
    },
  }),
};
