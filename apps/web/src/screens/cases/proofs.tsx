/** Signatures and stamps for a dossier that is made. The page connects to nobody: question and answer are carried by hand. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CaseQuestions } from "../../cases/ask.ts";
import type { Picked } from "../../flow.ts";
import { useWords } from "../../lang.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { download } from "../../parts/download.ts";
import { Drop } from "../../parts/drop.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { FILE } from "../file/words.ts";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Fold, Text } from "./fields.tsx";
import { type Key, KeyFields, signBy } from "./sign.tsx";

interface Found {
  readonly picked: Picked;
  readonly title: string;
  readonly sum: string;
  readonly signatures: number;
  readonly times: readonly string[];
}

/** A short name that no stamp has. */
function freeLabel(taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`tsa${n}`)) return `tsa${n}`;
}

type By = CaseQuestions["prove"]["ask"]["by"];

function Stamp({ found, prove }: { readonly found: Found; readonly prove: (by: By) => Promise<void> }): JSX.Element {
  const { ask, set, w: words } = useDesk();
  const { dispatch } = useFlow();
  const w = words.proof;
  const [label, setLabel] = useState(freeLabel(found.times));
  const [asked, setAsked] = useState("");
  const [answer, setAnswer] = useState<File>();
  const [authority, setAuthority] = useState("");
  const question = async (): Promise<void> => {
    const made = await ask("question", { chosen: found.picked.chosen, label }, { picked: found.picked });
    if (!made) return;
    const name = w.askName(label);
    download(made.blob, name);
    dispatch({ type: "saved", name });
    setAsked(label);
    set({ said: [w.asked(name)], wrong: false });
  };
  const take = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (answer) await prove({ answer, label, authority });
    else set({ said: [w.noAnswer], wrong: true });
  };
  const command = `curl -H 'Content-Type: application/timestamp-query' --data-binary @${w.askName(asked)} https://… > ${w.answerName(asked)}`;
  return (
    <form class="stack" onSubmit={(e) => void take(e)} autocomplete="off">
      <h3>{w.stamp}</h3>
      <p>{w.stampMore}</p>
      <Text id="stamp-label" label={w.stampLabel} value={label} onInput={setLabel} />
      <div class="row">
        <button type="button" class="btn quiet" onClick={() => void question()}>
          {w.ask}
        </button>
      </div>
      {asked === "" ? null : (
        <>
          <p>{w.carry}</p>
          <CopyText text={command} label={w.carry} />
        </>
      )}
      <div>
        <FileButton id="stamp-answer" label={w.answer} onFile={([f]) => setAnswer(f)} />{" "}
        {answer ? <Seen text={answer.name} letters={60} /> : null}
      </div>
      <Text
        id="stamp-authority"
        label={w.authority}
        more={w.authorityMore}
        lines={3}
        value={authority}
        onInput={setAuthority}
      />
      <div class="row">
        <button type="submit" class="btn quiet">
          {w.take}
        </button>
      </div>
    </form>
  );
}

function Sign({ prove }: { readonly prove: (by: By) => Promise<void> }): JSX.Element {
  const { set, w: words } = useDesk();
  const w = words.proof;
  const [key, setKey] = useState<Key>({ phrase: "", label: "lab" });
  const [signature, setSignature] = useState<File>();
  const [label, setLabel] = useState("lab");
  const [shared, setShared] = useState("");
  const now = async (e: Event): Promise<void> => {
    e.preventDefault();
    const sign = signBy(key);
    if (!sign) return set({ said: [words.dossier.signFile], wrong: true });
    await prove({ sign });
    setKey({ ...key, phrase: "" });
  };
  const put = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (signature) await prove({ signature, label, key: shared });
    else set({ said: [w.noSignature], wrong: true });
  };
  return (
    <>
      <form class="stack" onSubmit={(e) => void now(e)} autocomplete="off">
        <h3>{w.sign}</h3>
        <KeyFields id="prove" value={key} set={setKey} />
        <div class="row">
          <button type="submit" class="btn quiet">
            {w.signNow}
          </button>
        </div>
      </form>
      <details>
        <summary>{w.elsewhere}</summary>
        <form class="stack" onSubmit={(e) => void put(e)} autocomplete="off">
          <p>{w.elsewhereMore}</p>
          <div>
            <FileButton id="signature" label={w.signature} onFile={([f]) => setSignature(f)} />{" "}
            {signature ? <Seen text={signature.name} letters={60} /> : null}
          </div>
          <Text id="signature-label" label={words.dossier.signLabel} value={label} onInput={setLabel} />
          <Text id="signature-key" label={w.publicKey} lines={2} value={shared} onInput={setShared} />
          <div class="row">
            <button type="submit" class="btn quiet">
              {w.put}
            </button>
          </div>
        </form>
      </details>
    </>
  );
}

export function Proofs({ view }: TabProps): JSX.Element {
  const tools = useDesk();
  const { dispatch } = useFlow();
  const w = tools.w.proof;
  const usual = useWords(FILE);
  const [found, setFound] = useState<Found>();
  const pick = async (picked: Picked): Promise<boolean> => {
    setFound(undefined);
    const v = await tools.ask("verify", { chosen: picked.chosen, keys: [] }, { picked });
    if (!v) return true;
    if (v.verdict === "fails") tools.set({ said: [w.fails], wrong: true });
    else {
      const { signatures, times, tagmanifest } = v.attested;
      const labels = times.map((t) => t.label);
      setFound({ picked, title: v.facts.title, sum: tagmanifest, signatures: signatures.length, times: labels });
    }
    return true;
  };
  const prove = async (by: By): Promise<void> => {
    if (!found) return;
    const made = await tools.ask("prove", { chosen: found.picked.chosen, by }, { picked: found.picked });
    if (!made) return;
    const name = w.name(view.today, "answer" in by ? "sellado" : "firmado");
    download(made.blob, name);
    dispatch({ type: "saved", name });
    setFound(undefined);
    tools.set({ said: [...made.said, w.saved(name), w.next], wrong: false });
  };
  return (
    <Fold title={w.title}>
      <p>{w.intro}</p>
      <Drop id="made" single words={{ ...usual, drop: w.drop, dropMore: w.dropMore }} onPick={pick} />
      {found ? (
        <>
          <p>
            {w.picked}: <Seen text={found.title} letters={120} />{" "}
            {w.has(String(found.signatures), String(found.times.length))}
          </p>
          <p class="tiny">
            <code class="sum">{found.sum}</code>
          </p>
          <Stamp key={found.sum + found.times.length} found={found} prove={prove} />
          <Sign prove={prove} />
        </>
      ) : null}
    </Fold>
  );
}
