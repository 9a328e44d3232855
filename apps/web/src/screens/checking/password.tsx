/** The password of a backup, or a key: whose it is, that it is not kept, and that nothing gets locked by trying. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Asking } from "../../engine/protocol.ts";
import { useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { CHECKING } from "./words.ts";

export function PasswordPart({ asking }: { readonly asking: Asking }): JSX.Element {
  const all = useWords(CHECKING);
  const w = asking.of ? { ...all, ...all.secrets[asking.of] } : all;
  const { wrong } = asking;
  const { session } = useFlow();
  const field = useRef<HTMLInputElement>(null);
  const [shown, show] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = (e: Event): void => {
    e.preventDefault();
    const input = field.current;
    if (!input || input.value === "") return;
    const bytes = new TextEncoder().encode(input.value);
    input.value = "";
    session.password(bytes);
  };
  return (
    <form class="sheet stack" onSubmit={submit} autocomplete="off">
      <h1>{w.passwordTitle}</h1>
      <p>{w.passwordIntro}</p>
      <div class="field">
        <label for="password">{w.passwordLabel}</label>
        <p class="fine" id="password-more" role={wrong ? "alert" : undefined}>
          {wrong ? (
            <>
              <b>{w.passwordWrong}</b> {w.passwordWrongMore}
            </>
          ) : (
            w.passwordKept
          )}
        </p>
        <input
          ref={field}
          id="password"
          {...(shown ? { type: "text" } : { type: "password" })}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="password-more"
          aria-invalid={wrong}
        />
      </div>
      <div class="opt low">
        <input id="show" type="checkbox" checked={shown} onChange={(e) => show(e.currentTarget.checked)} />
        <label for="show">{w.show}</label>
      </div>
      <div class="row">
        <button type="submit" class="btn">
          {w.open}
        </button>
        {asking.part ? (
          <button type="button" class="btn quiet" onClick={() => session.password()}>
            {w.without}
          </button>
        ) : null}
        <button type="button" class="btn quiet" onClick={() => session.cancel()}>
          {w.stop}
        </button>
      </div>
      <details>
        <summary>{w.forgot}</summary>
        <ul>
          {w.forgotMore.map((t) => (
            <li key={t}>{t}</li>
          ))}
        </ul>
      </details>
    </form>
  );
}
