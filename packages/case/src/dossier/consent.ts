/** What of a consent a dossier may show: what was allowed, never who else was named in it. @module */
import type { Json } from "@contraluz/core";
import type { Consent } from "../consent/types.ts";

/** For an edition that withholds, of somebody who is not named: the hash of a letter that holds little but a name would be guessed. */
export function withoutLetter(consent: Json): Json {
  const { person, given, ...rest } = consent as { readonly [k: string]: Json };
  if (typeof given !== "object" || (person as { readonly name?: unknown } | undefined)?.name !== undefined)
    return consent;
  const { letterSha256: _, ...told } = given as { readonly [k: string]: Json };
  return { ...(person === undefined ? {} : { person }), ...rest, given: told };
}

/** The part that may be published. The person's name only where they agreed to be named. */
export function publishableConsent(c: Consent): Json {
  return {
    id: c.id,
    person: c.publication === "named" && c.person.name !== undefined ? { name: c.person.name } : {},
    organisation: c.organisation,
    purpose: c.purpose,
    artifacts: c.artifacts,
    content: c.content,
    copies: c.copies,
    publication: c.publication,
    ...(c.keepUntil === undefined ? {} : { keepUntil: c.keepUntil }),
    after: c.after,
    recipients: c.recipients.map((r) => r.what),
    incidents: c.incidents,
    given: {
      on: c.given.on,
      how: c.given.how,
      ...(c.given.letterSha256 === undefined ? {} : { letterSha256: c.given.letterSha256 }),
    },
  };
}
