/** The program in a command line as process lists print it: its path may hold spaces, and arguments follow without a mark. @module */

export interface Command {
  /** `/usr/libexec/logd`; a bare name where no path is printed. */
  readonly path: string;
  readonly args: string | undefined;
}

/** Where the path ends: a bundle's own folder names the program, which most often has the bundle's name. */
function pathEnd(s: string): number {
  const space = s.indexOf(" ");
  if (space < 0 || !s.startsWith("/")) return space < 0 ? s.length : space;
  const option = s.search(/ [-(/]/);
  const most = option < 0 ? s.length : option;
  const program = s.slice(0, most);
  const at = Math.max(program.lastIndexOf(".app/"), program.lastIndexOf(".appex/"));
  if (at < 0) return space;
  const from = s.indexOf("/", at) + 1;
  const name = s.slice(s.lastIndexOf("/", at) + 1, at);
  const own = from + name.length;
  // Apps are started without arguments, or with options: what follows is the name of the program, with its spaces.
  return s.startsWith(name, from) && (own === s.length || s[own] === " ") ? own : most;
}

/**
 * Takes a command line apart.
 * @example commandOf("/usr/libexec/UserEventAgent (System)") // { path: "/usr/libexec/UserEventAgent", args: "(System)" }
 */
export function commandOf(line: string): Command {
  const s = line.trim();
  const end = pathEnd(s);
  const args = s.slice(end).trim();
  return { path: s.slice(0, end), args: args === "" ? undefined : args };
}
