/** NSURL keeps a relative text and the URL it is relative to. Resolved as text: nothing is normalised or re-encoded. @module */
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

function withoutDots(path: string): string {
  const out: string[] = [];
  const parts = path.split("/");
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    if (part === "." || part === "..") {
      if (part === ".." && out.length > 1) out.pop();
      if (last) out.push("");
    } else out.push(part);
  }
  return out.join("/");
}

/**
 * `relative` seen from `base` (RFC 3986, section 5.2).
 * @example resolveUrl("https://a.example/x/y?z", "../b") // "https://a.example/b"
 */
export function resolveUrl(base: string, relative: string): string {
  const scheme = SCHEME.exec(base)?.[0] ?? "";
  if (base === "" || SCHEME.test(relative)) return relative;
  if (relative.startsWith("//")) return scheme + relative;
  const rest = base.slice(scheme.length);
  const authority = /^\/\/[^/?#]*/.exec(rest)?.[0] ?? "";
  const whole = rest.slice(authority.length);
  const hash = whole.indexOf("#");
  const bare = hash < 0 ? whole : whole.slice(0, hash);
  const head = scheme + authority;
  if (relative === "") return head + bare;
  if (relative[0] === "#") return head + bare + relative;
  const query = bare.indexOf("?");
  const path = query < 0 ? bare : bare.slice(0, query);
  if (relative[0] === "?") return head + path + relative;
  const tail = relative.search(/[?#]/);
  const to = tail < 0 ? relative : relative.slice(0, tail);
  const folder = path === "" && authority !== "" ? "/" : path.slice(0, path.lastIndexOf("/") + 1);
  return head + withoutDots(to[0] === "/" ? to : folder + to) + (tail < 0 ? "" : relative.slice(tail));
}
