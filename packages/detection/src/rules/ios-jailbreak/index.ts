/**
 * H19: files of a jailbreak. It opens the phone to programs that Apple did not sign; whoever did it, knows. If nobody did, somebody else had
 * the phone.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface File {
  readonly what: string;
  readonly path: string;
  readonly ref: RecordRef;
}

/** Tools by the files that they leave. Those of Apple's developer image (`/Developer`) are none. */
const TOOLS: readonly (readonly [what: string, path: RegExp])[] = [
  ["Cydia", /^\/(?:Applications\/Cydia\.app|private\/var\/(?:lib\/cydia|cache\/apt|lib\/apt|lib\/dpkg))(?:\/|$)/],
  [
    "Sileo",
    /^\/(?:Applications|private\/(?:var\/jb|preboot\/[^/]+\/(?:jb-[^/]+|procursus)))\/(?:Applications\/)?Sileo\.app(?:\/|$)/,
  ],
  ["Zebra", /^\/(?:private\/var\/jb\/)?Applications\/Zebra\.app(?:\/|$)/],
  ["/var/jb", /^\/private\/var\/jb(?:\/|$)/],
  ["checkra1n", /^\/(?:Applications\/checkra1n\.app|private\/var\/(?:checkra1n\.dmg|binpack))(?:\/|$)/],
  [
    "unc0ver",
    /^\/(?:Applications\/unc0ver\.app|private\/var\/(?:unc0ver|containers\/Bundle\/\.installed_unc0ver|mobile\/Library\/Preferences\/science\.xnu\.undecimus[^/]*))(?:\/|$)|^\/\.installed_unc0ver$/,
  ],
  [
    "palera1n",
    /^\/(?:cores\/(?:binpack|jbloader)|private\/var\/(?:jb|palera1n)|Applications\/palera1nLoader\.app)(?:\/|$)/,
  ],
  [
    "Substrate",
    /^\/(?:Library|usr\/lib|private\/var\/jb\/(?:Library|usr\/lib))\/(?:MobileSubstrate|TweakInject)(?:\/|$)/,
  ],
  [
    "sshd",
    /^\/(?:private\/var\/jb\/)?(?:usr\/sbin\/sshd|usr\/libexec\/sftp-server|private\/etc\/(?:ssh\/sshd_config|apt))(?:\/|$)/,
  ],
];

export const jailbreak: Rule<File> = {
  id: "ios/jailbreak",
  version: 1,
  level: "info",
  words,
  needs: ["ios/file-system"],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the reference generator's dumps of iOS 15, 17, 18 and 26; laboratories that open a phone with checkra1n or palera1n leave such files themselves",
  },
  sources: ["checkra1n, unc0ver, palera1n, Procursus (their own paths)", "iLEAPP's lists of files of test phones"],
  budget: 10_000,
  once: (f) => f.what,
  fact(r, ref) {
    if (r.kind !== "file") return undefined;
    const path = string(r.fields.path);
    const tool = TOOLS.find(([, is]) => is.test(path));
    return tool && { what: tool[0], path, ref: ref() };
  },
  *judge(facts) {
    if (facts.length === 0) return;
    yield {
      subject: "jailbreak",
      params: {
        what: some(
          facts.map((f) => f.what),
          5,
        ),
        paths: some(
          facts.map((f) => f.path),
          3,
        ),
      },
      records: facts.map((f) => f.ref),
    };
  },
};
