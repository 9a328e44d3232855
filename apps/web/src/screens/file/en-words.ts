/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "Choose the backup",
  titleSaved: "Choose the saved result",
  titleFile: "Choose the file",
  introFile: "As you kept it, without opening or renaming it. The browser reads it right here.",
  intro: "The whole folder, or a zip of it. The browser reads it right here.",
  titleCopy: "Choose the copy",
  introCopy: "The whole folder, its zip, or the encrypted file .zip.age. The browser reads it right here.",
  drop: "Drop your file or folder here",
  dropMore: "It is opened for reading and nothing else. The original does not change.",
  over: "Let go to choose it",
  file: "Choose a file",
  folder: "Choose a folder",
  sorting: "Preparing the list of files…",
  empty: "There is no file in there. Choose the folder of the backup, or a zip of it.",
  where: "Where is the backup?",
  whereIntro: "It is a folder with a long name of letters and digits. In it is a file called Manifest.db.",
  whereMac: "Mac",
  whereWindows: "Windows",
  saved: "The zip that you saved, or its folder. Both open the same way.",
  browserAsks:
    "When you choose a folder, the browser asks whether to “upload” the files. They go nowhere: they are read here. If you drag the folder and drop it onto the page, it does not ask, and works less with a large one.",
  signs: "Add signs from a file",
  signsMore: "Published lists in STIX, YAML or text, if you have a newer one.",
  signsPick: "Choose lists",
  signsPicked: "It will also be compared with",
  keys: "The file of keys of your capture",
  keysMore:
    "Choose it before the capture. It is often called sslkeylog.txt. If it lies in the same folder or zip, hand in that folder or zip and nothing else.",
  keysPick: "Choose the file of keys",
  keysPicked: "It will be opened with",
  begin: "Begin the check",
};
