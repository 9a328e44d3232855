/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "Your phone, against the light",
  intro:
    "We look for traces of spyware in a copy of your phone. All of it happens on this device: nothing is sent to anyone. Nearly always nothing turns up. If something does, we tell you what it is and what to do.",
  first: "First, you",
  firstIntro: "Before you touch the phone, think about these three questions.",
  questions: [
    {
      ask: "Does anyone else use or control this device?",
      reply: "Better use one of a person you trust. What you do here may stay in the history.",
    },
    {
      ask: "Can anyone see your screen now?",
      reply: "Wait until you are alone. If someone comes, press Esc twice: an ordinary page appears.",
    },
    {
      ask: "Would it put you in danger if they noticed that you look for help?",
      reply: "Do not connect the phone yet. Talk to a person first, from another device. Whom to call is on this page.",
    },
  ],
  go: "I can go on here and now",
  have: "I already have a backup",
  open: "Open a saved result",
  keep: "Until then do not wipe, reset or update the phone: traces can get lost.",
  how: "How it goes",
  howSteps: [
    "You bring a file from your phone.",
    "You decide which parts are read.",
    "It is checked right here, without the internet.",
    "You get an answer in two parts: what we found and what we could see.",
  ],
  limits: "No check can prove that there is nothing. That is why we always show you both parts.",
  removed: "Done: this page holds nothing of your check any more.",
  talk: "Talk to a person",
};
