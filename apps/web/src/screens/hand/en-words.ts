/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "What is at hand?",
  intro: "With this we show you the least heavy way first. Nothing that you mark is kept.",
  phone: "Which phone do you want to check?",
  iphone: "An iPhone",
  android: "An Android phone",
  device: "Where are you reading this?",
  computer: "On a computer",
  computerMore: "Mac, Windows or Linux. Not one that the person you worry about uses.",
  onPhone: "On a phone, and I have no computer",
  onPhoneMore:
    "Here you can check files that the phone writes by itself. For a backup, or by cable, a computer is needed.",
  has: "What do you have?",
  cable: "The cable of the phone",
  space: "Free space on the computer, as much as the phone holds",
  spaceMore: "The phone shows it: Settings › General › Storage. If it does not fit, an external disk will do.",
  time: "An hour or two",
  timeMore: "Nearly all of it is waiting. You can do something else in the meantime.",
  internet:
    "The check uses no internet: you can turn off the wifi of this device. On Windows and Linux it may be needed before, to install the program that makes the backup.",
  go: "See the ways",
};
