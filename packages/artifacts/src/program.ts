/** What a path or name of a program tells indicators. @module */
import type { Contact, Observable } from "@contraluz/core";

/**
 * A program by its name and, where one is known, by its path.
 * @example programSeen("/usr/libexec/logd", "ran") // process and file-path
 */
export function programSeen(program: string | undefined, contact: Contact): Observable[] {
  if (program === undefined || program === "") return [];
  const out: Observable[] = [{ type: "process", value: program, contact }];
  if (program.startsWith("/")) out.push({ type: "file-path", value: program, contact });
  return out;
}
