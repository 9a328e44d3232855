/**
 * What `tools/guides/draw.ts` runs in a browser: draws one way of a guide into the page. It is no part of the web app.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { type JSX, render } from "preact";
import { GUIDES } from "../index.ts";
import { ALONE } from "../sheet-words.ts";
import { Cards, Paper, type PaperProps, parts } from "./paper.tsx";

/** What is asked for: a page of A4, or cards that are at most `most` pixels high. */
export interface DrawGuide {
  readonly guide: string;
  readonly variant: string;
  readonly lang: Lang;
  readonly shape: "a4" | "cards";
  readonly most: number;
}

function props(o: DrawGuide): PaperProps {
  const words = GUIDES[o.guide]?.[o.lang];
  const variant = words?.variants.find((v) => v.id === o.variant);
  if (!words || !variant) throw new Error(`no guide ${o.guide} ${o.variant}`);
  return { words, variant, lang: o.lang };
}

/** Parts in groups that fit: each part is measured on a card of its own. */
function grouped(heights: readonly number[], most: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let left = 0;
  heights.forEach((h, i) => {
    if (groups.length === 0 || h > left) {
      groups.push([]);
      left = most;
    }
    groups.at(-1)!.push(i);
    left -= h;
  });
  return groups;
}

/** Draws, and says how many cards there are. */
function draw(o: DrawGuide): number {
  const root = document.body;
  const p = props(o);
  if (o.shape === "a4") {
    render(<Paper {...p} />, root);
    return 1;
  }
  render(<Cards {...p} groups={parts(p).map((_, i) => [i])} />, root);
  const heights = [...document.querySelectorAll<HTMLElement>(".card > section")].map((e) => e.offsetHeight);
  const groups = grouped(heights, o.most);
  render(<Cards {...p} groups={groups} />, root);
  return groups.length;
}

/** A document of the project: its parts as markup of our own, made by the report's renderer. */
export interface DrawDocument {
  readonly title: string;
  readonly foot: string;
  readonly lang: Lang;
  readonly pieces: readonly string[];
  readonly shape: "a4" | "cards";
  readonly most: number;
}

const html = (markup: string): { readonly __html: string } => ({ __html: markup });

function DocumentCards(o: DrawDocument & { readonly groups: readonly (readonly number[])[] }): JSX.Element {
  return (
    <main class="guide-cards document">
      {o.groups.map((group, i) => (
        <article class="card" key={group.join()}>
          <header>
            <span>{i === 0 ? "Contraluz" : o.title}</span>
            <span>{ALONE[o.lang].card(i + 1, o.groups.length)}</span>
          </header>
          {i === 0 ? <h1>{o.title}</h1> : null}
          {group.map((n) => (
            <div key={n} class="piece" dangerouslySetInnerHTML={html(o.pieces[n]!)} />
          ))}
        </article>
      ))}
    </main>
  );
}

function drawDocument(o: DrawDocument): number {
  const root = document.body;
  if (o.shape === "a4") {
    render(
      <main class="guide-page document">
        <h1>{o.title}</h1>
        <div class="steps" dangerouslySetInnerHTML={html(o.pieces.join(""))} />
        <p class="foot">{o.foot}</p>
      </main>,
      root,
    );
    return 1;
  }
  render(<DocumentCards {...o} groups={o.pieces.map((_, i) => [i])} />, root);
  const heights = [...document.querySelectorAll<HTMLElement>(".card > .piece")].map((e) => e.offsetHeight);
  // The title stands above the first.
  heights[0] = (heights[0] ?? 0) + (document.querySelector<HTMLElement>(".card > h1")?.offsetHeight ?? 0);
  const groups = grouped(heights, o.most);
  render(<DocumentCards {...o} groups={groups} />, root);
  return groups.length;
}

Object.assign(globalThis, { drawDocument });
(globalThis as { drawGuide?: typeof draw }).drawGuide = draw;
