/**
 * mis.db: provisioning profiles, which let apps run that did not come from the App Store.
 *
 * `profiles`: `is_for_all_devices` marks one of a company, that needs no list of devices (the way in which Hermit came);
 * `is_beta` TestFlight; `is_local` one that a developer's computer made; `is_apple_internal` Apple's own. `team_id_info` names teams.
 * What `expires` and `install_time` count from was verified nowhere, so they are kept as numbers.
 * Sources: Apple's misagent (MISDBManager, its statements); the path and columns in a backup of iOS 27.
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_TEAMS = 10_000;
const yes = (v: unknown): true | undefined => (v === 1 ? true : undefined);

export const provisioningProfiles: Artifact<"sqlite"> = {
  id: "ios/provisioning-profiles",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["MobileDeviceDomain/ProvisioningProfiles/mis.db"],
    want: {
      tables: [
        { name: "team_id_info", columns: ["team_id", "team_name"], lookup: true, optional: true },
        {
          name: "profiles",
          columns: [
            "uuid",
            "team_id",
            "name",
            "install_time",
            "expires",
            "is_for_all_devices",
            "is_apple_internal",
            "is_local",
            "is_beta",
          ],
          needs: ["uuid"],
        },
      ],
    },
  }),
  fields,
  key: { profile: ["uuid"] },
  observes: [["profile-id", "installed"]],
  words,
  sources: ["mis.db: profiles, team_id_info"],
  parse(run) {
    const teams = new Map<string, string>();
    const room = createLookup<true>("team_id_info", MAX_TEAMS, run.problem);
    return {
      take(item, emit) {
        const team = item.column("team_id");
        if (item.table === "team_id_info") {
          const name = item.column("team_name");
          for (const row of item.rows) {
            const [id, n] = [text(row.values[team]), text(row.values[name])];
            if (id && n && room.set(row.rowid, true, id.length + n.length)) teams.set(id, n);
          }
          return;
        }
        const [uuid, name, since, until] = [
          item.column("uuid"),
          item.column("name"),
          item.column("install_time"),
          item.column("expires"),
        ];
        const [all, apple, local, beta] = [
          item.column("is_for_all_devices"),
          item.column("is_apple_internal"),
          item.column("is_local"),
          item.column("is_beta"),
        ];
        for (const row of item.rows) {
          const v = row.values;
          const [id, of] = [text(v[uuid]), text(v[team])];
          emit({
            kind: "profile",
            fields: {
              uuid: id,
              name: text(v[name]),
              team: of,
              team_name: of === undefined ? undefined : teams.get(of),
              company: yes(v[all]),
              apple: yes(v[apple]),
              local: yes(v[local]),
              beta: yes(v[beta]),
              installed: number(v[since]),
              expires: number(v[until]),
            },
            observables: id ? [{ type: "profile-id", value: id, contact: "installed" }] : [],
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
