/** English. @module */
import type { es } from "./es-words.ts";

export const en: typeof es = {
  title: "What stays on this device",
  intro: "Before you go, look at what the next person on this device can see.",
  shortTitle: "What stays on this device",
  short: {
    memory: "The result is in the memory of this tab, and nowhere else. It is gone when you close it.",
    backup: "The backup that you brought is still where it was, unchanged. With it anyone can read your life.",
    file: "The file that you brought is still where it was, unchanged. It tells about you and your phone.",
    copy: "The copy of the phone is in the working space of this page, encrypted. It is gone when you close it.",
    phone:
      "On the phone the permission of this computer remains. Take it away in Developer options › Revoke USB debugging authorizations, and turn debugging off.",
    savedNone: "You saved nothing from here.",
    saved: "You saved this to your downloads:",
    history: "The browser remembers that you opened this page. We cannot erase that.",
  },
  memory: "The result and what was read",
  memoryShows: "What was found, who you talk to, which pages you opened.",
  memoryMore: "It is in the memory of this tab, and nowhere else. Use the button below, or close the tab.",
  backup: "The backup that you brought, and its copies",
  backupShows: "Your messages, photos and contacts. If it has a password, that is needed to open it.",
  backupMore:
    "If there is something to look at, keep it: it is the evidence. Better on a disk of your own than here. If you do not need it, delete it yourself from its folder and from the bin. Apple's app shows the date of each backup.",
  file: "The file that you brought, and its copies",
  fileShows:
    "Which apps and programs you use, whom they connected to, names of accounts and networks. It has no password.",
  fileMore:
    "If there is something to look at, keep it: it is the evidence. Better on a device of your own than here. If you do not need it, delete it yourself from where you kept it and from the bin.",
  copy: "The copy of the phone",
  copyShows: "Which apps you use, your settings, the system's logs and, if you allowed it, your messages.",
  copyMore:
    "It is in the working space of this page, encrypted with a key that is only in its memory. It is gone when you close it. If there is something to look at, save it: it is the evidence.",
  missing: (n) => `What is missing in the copy (${n})`,
  missingMore: (n) => `and ${n} more`,
  removeCopy: "The copy of the phone is removed, too. If you did not save it, it is gone.",
  saveCopy: "Save the copy of the phone",
  saveCopyMore: "It is a zip without a password. Keep it where nobody else sees it.",
  copyName: "contraluz-copy-android.zip",
  copySaving: (size) => `Saving: ${size}. Leave this page open.`,
  copySaved: (name) => `Saved: ${name}`,
  copyTooLarge:
    "The copy exceeds 4 GB, and does not fit into a zip this way. Copy it with the program, or without the apps.",
  copyFailed: "It could not be saved. Check the free space and try again.",
  phone: "The phone",
  phoneShows: "The list of computers that may enter by cable, and that debugging is on.",
  phoneMore:
    "In Developer options choose “Revoke USB debugging authorizations” and turn “USB debugging” off. The key of this page is gone when you close it.",
  saved: "What you saved from here",
  savedShows: "The report says what was found. The zip also holds all that was read.",
  savedMore:
    "It is in your downloads. This page cannot delete it: move it to a disk of your own, or delete it and empty the bin.",
  savedNone: "You saved nothing.",
  history: "The browser",
  historyShows:
    "That you opened this page, its address and the time. If you saved something, the list of downloads too.",
  historyMore:
    "Erase those lines yourself: we cannot. A history that is suddenly empty gets noticed too. In a private window nothing stays, except downloads.",
  system: "The system",
  systemShows: "Recent files, and automatic copies of downloads or the desktop (Time Machine, iCloud, OneDrive).",
  systemMore:
    "Look there if you moved the file or saved the report. The system may put memory on the disk: an encrypted disk helps.",
  cable: "The cable",
  cableShows: "The computer and the phone remember that they were connected, and that the phone trusted it.",
  cableMore: "Nothing for now. Do not reset the phone for that: the traces matter more.",
  shows: "What it shows",
  what: "What to do",
  remove: "Remove the result from this page",
  removing: "Removing…",
  removeMore:
    "It empties the memory and the working space, and goes back to the beginning. It does not touch what you brought or your downloads.",
  unsaved: "You did not save the result. Once removed it is gone, and the check would have to run again.",
};
