/**
 * What an entry of mobile_installation.log says happened to an app.
 * Sources: plaso's sample (iOS 14 or 15); lines of a public iOS 16 diagnosis quoted in write-ups of FCSC 2025 (installation, removal,
 * termination); iLEAPP (updates, destroyed containers).
 * @module
 */

export interface Action {
  readonly action: string;
  readonly app?: string | undefined;
  readonly type?: string | undefined;
  readonly by?: string | undefined;
  readonly version?: string | undefined;
  readonly path?: string | undefined;
}

const PATH = /^(\/[^\n]{1,2048})/;
const REQUEST = /^"([^"\n]{1,2048})" type ([^\s(]{1,60}).*? requested by ([^\n(]{1,200}?) \(pid/;
const INSTALLING = /^ID=([^;>\s]{1,256})(?:[^>\n]{0,400}?[ ;]Version=([^,;>\n]{1,100}))?/;
const SUCCESS = /^\(?([A-Za-z ]{1,60}):([^);\s]{1,256})\)?/;
const UNINSTALL = /^([^\n(]{1,200}?) \(pid [^[\n]{0,80}\[([^\]/\s]{1,256})/;
const NAMED = /^([^\s:;,]{1,256})/;
const LIVE = /^([^\s]{1,256}) (?:with persona \S{1,80} )?(?:is now )?at (\/[^\n]{1,2048})/;

const some = (s: string | undefined): string | undefined => (s === undefined || s === "(null)" ? undefined : s);

/** What begins after the mark, and what it says. */
const MARKS: readonly (readonly [mark: string, of: (rest: string) => Action | undefined])[] = [
  ["Made container live for ", (r) => at("container", r)],
  [
    "Install of ",
    (r) => {
      const m = REQUEST.exec(r);
      return m ? { action: "requested", path: m[1], type: m[2], by: m[3] } : undefined;
    },
  ],
  [
    "Installing <MIInstallableBundle ",
    (r) => {
      const m = INSTALLING.exec(r);
      return m ? { action: "installing", app: m[1], version: some(m[2]) } : undefined;
    },
  ],
  [
    "Install Successful for ",
    (r) => {
      const m = SUCCESS.exec(r);
      return m ? { action: "installed", app: m[2], type: m[1] } : named("installed", r);
    },
  ],
  [
    "Uninstall requested by ",
    (r) => {
      const m = UNINSTALL.exec(r);
      return m ? { action: "removal-requested", app: m[2], by: m[1] } : undefined;
    },
  ],
  ["Uninstalling identifier ", (r) => named("removing", r)],
  ["Destroying container with identifier ", (r) => at("removed", r)],
  ["Destroying container ", (r) => at("removed", r)],
  ["Data container for ", (r) => at("container", r)],
  ["Installing profile for ", (r) => named("profile", r)],
  ["Attempting Delta patch update of ", (r) => named("updating", r)],
  ["Attempting Parallel patch update of ", (r) => named("updating", r)],
  ["main: Reboot detected", () => ({ action: "boot" })],
];

function named(action: string, rest: string): Action | undefined {
  const m = NAMED.exec(rest);
  return m ? { action, app: m[1] } : undefined;
}

function at(action: string, rest: string): Action | undefined {
  const m = LIVE.exec(rest);
  if (m) return { action, app: m[1], path: PATH.exec(m[2]!)?.[1] };
  return named(action, rest);
}

/** The action of an entry, or undefined for one that is about something else. */
export function actionOf(text: string): Action | undefined {
  // Names of methods stand in front.
  const line = text.slice(0, 4096);
  for (const [mark, of] of MARKS) {
    const i = line.indexOf(mark);
    if (i < 0) continue;
    const action = of(line.slice(i + mark.length));
    if (action) return action;
  }
  return undefined;
}
