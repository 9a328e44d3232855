/** Who can open a case by a key, and how that is changed. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Fold, Text } from "./fields.tsx";

/** Nothing where the case opens with a passphrase: nobody else has a key to it. */
export function Openers({ view }: TabProps): JSX.Element | null {
  const tools = useDesk();
  const w = tools.w.openers;
  const mine = tools.desk.recipient;
  const [others, setOthers] = useState(view.recipients.filter((r) => r !== mine).join("\n"));
  if (tools.desk.phrase) return null;
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    const now = await tools.ask("share", { recipients: others.split("\n") });
    if (now) tools.set({ view: now, said: [tools.w.done], wrong: false });
  };
  return (
    <Fold title={w.title}>
      <ul class="plain-list">
        {view.recipients.map((r) => (
          <li key={r}>
            <Seen text={r} letters={70} /> {r === mine ? w.you : ""}
          </li>
        ))}
      </ul>
      <form class="stack" onSubmit={(e) => void save(e)} autocomplete="off">
        <Text id="openers" label={tools.w.others} more={w.more} lines={3} value={others} onInput={setOthers} />
        <Notice kind="care">
          <p>{w.before}</p>
        </Notice>
        <div class="row">
          <button type="submit" class="btn quiet">
            {w.save}
          </button>
        </div>
      </form>
    </Fold>
  );
}
