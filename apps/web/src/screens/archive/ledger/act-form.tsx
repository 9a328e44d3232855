/** What somebody did, as a line of the ledger. What a case shows of it stays with the line when it is mended. @module */
import { whatDone } from "@contraluz/archive/ledger/say.ts";
import { ACT_STATUS, type Act, type ActStatus, type Source } from "@contraluz/archive/ledger/types.ts";
import { STATUS_WORDS } from "@contraluz/archive/ledger/words.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../../lang.ts";
import { Select, Text } from "../../cases/fields.tsx";
import { type FormProps, filled, inLang, LineForm, Sources } from "./form.tsx";
import { LEDGER } from "./words.ts";

export function ActForm(p: FormProps & { readonly of?: Act }): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { of } = p;
  const [a, set] = useState({
    actor: of?.actor ?? "",
    what: of ? whatDone(of, lang) : "",
    place: of?.place ?? "",
    on: of?.on ?? of?.from ?? "",
    until: of?.until ?? "",
    status: of?.status ?? ("documented" as ActStatus),
  });
  const [sources, setSources] = useState<readonly Source[]>(of?.source ?? []);
  const field = (k: keyof typeof a) => ({ value: a[k], onInput: (v: string) => set({ ...a, [k]: v }) });
  const id = of ? `act-${of.id}` : "act";
  // A span that has no end yet stays one.
  const span = a.until.trim() !== "" || (of?.from !== undefined && of.until === undefined);
  return (
    <LineForm
      id={id}
      done={p.done}
      line={() => ({
        ...filled({
          supersedes: of?.id,
          actor: a.actor,
          ...inLang("what", a.what, lang, of?.what_es, of?.what_en),
          place: a.place,
          ...(span ? { from: a.on, until: a.until } : { on: a.on }),
          status: a.status,
          source: sources,
          cites: of?.cites ?? [],
        }),
        type: "act",
      })}
    >
      <Sources id={`${id}-sources`} label={w.quotes} had={of?.source ?? []} chosen={sources} onChange={setSources} />
      <Text id={`${id}-actor`} label={w.actor} more={w.actorMore} {...field("actor")} />
      <Text id={`${id}-what`} label={w.what} lines={2} {...field("what")} />
      <Text id={`${id}-place`} label={w.where} {...field("place")} />
      <Text id={`${id}-on`} label={w.on} more={w.dateMore} {...field("on")} />
      <Text id={`${id}-until`} label={w.actUntil} more={w.dateMore} {...field("until")} />
      <Select
        id={`${id}-status`}
        label={w.status}
        value={a.status}
        options={ACT_STATUS.map((s) => [s, say(STATUS_WORDS[s], lang)] as const)}
        onChange={(status) => set({ ...a, status })}
      />
    </LineForm>
  );
}
