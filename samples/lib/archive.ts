/**
 * A small writer of keyed archives, as Apple's NSKeyedArchiver leaves them in a property list.
 *
 * Written from the form of such lists (`$top`, `$objects`, references and classes), not from our readers.
 * @module
 */
import { type Plain, Uid } from "./plist.ts";

/** What is archived. A dictionary with `$class` is an object of that class, its other keys are what it holds. */
export type Archived =
  | boolean
  | number
  | string
  | readonly Archived[]
  | { readonly $class: string; readonly [k: string]: Archived };

/**
 * The property list of an archive: each value an object of its own, at most 256 of them.
 *
 * @example
 * ```ts
 * bplist(keyedArchive({ root: { $class: "NEConfiguration", Name: "Oficina" } }));
 * ```
 */
export function keyedArchive(top: { readonly [k: string]: Archived }): Plain {
  const objects: Plain[] = ["$null"];
  const classOf = (name: string): Uid => {
    objects.push({ $classname: name, $classes: [name, "NSObject"] });
    return new Uid(objects.length - 1);
  };
  const put = (v: Archived): Plain => {
    if (typeof v === "boolean" || typeof v === "number") return v;
    const at = objects.length;
    objects.push("");
    if (typeof v === "string") objects[at] = v;
    else if (isList(v)) objects[at] = { "NS.objects": v.map(put), $class: classOf("NSArray") };
    else {
      const { $class, ...rest } = v;
      const fields = Object.entries(rest).map(([k, x]): [string, Plain] => [k, put(x)]);
      objects[at] = { ...Object.fromEntries(fields), $class: classOf($class) };
    }
    return new Uid(at);
  };
  const $top = Object.fromEntries(Object.entries(top).map(([k, v]): [string, Plain] => [k, put(v)]));
  return { $version: 100_000, $archiver: "NSKeyedArchiver", $top, $objects: objects };
}

const isList = (v: Archived): v is readonly Archived[] => Array.isArray(v);
