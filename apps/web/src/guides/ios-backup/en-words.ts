/** English. Names of menus are those of Apple's help pages. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const connect: GuideStep = {
  what: "Connect the iPhone with its cable",
  time: "1 minute",
  text: ["Unlock it. It asks whether you trust this computer: tap Trust and enter the code of the iPhone."],
  fail: "Does it ask nothing? Unlock it again, or try another cable or port. Some cables charge and carry no data.",
  picture: {
    draw: "trust",
    shows: "Drawing of an iPhone that asks whether you trust the computer. The button Trust is lit",
    labels: ["Trust this", "computer?", "Trust"],
  },
};

const encrypt = (all: string): GuideStep => ({
  what: "Ask for a backup with a password",
  time: "2 minutes",
  text: [
    `Under Backups choose “${all}”. Then mark “Encrypt local backup”.`,
    "It asks for a new password. This is not the code of the iPhone. You choose it.",
  ],
  fail: "Was it marked already, and you do not know the password? Do not take it off. Below is what to do.",
  alone: {
    fail: "Was it marked already, and you do not know the password? Do not take it off. A helpline tells you what to do.",
  },
  picture: {
    draw: "encrypt",
    shows: "Drawing of the part Backups. The box Encrypt local backup is lit",
    labels: ["Backups", "All of the data", "Encrypt local backup"],
  },
});

const paper: GuideStep = {
  what: "Write the password on paper",
  time: "1 minute",
  text: [
    "Without it nobody can open the backup: not Apple, not us.",
    "Keep the paper where the person you worry about does not see it. Do not keep it on the phone that you will check.",
  ],
  picture: {
    draw: "paper",
    shows: "Drawing of a sheet of paper with a password on it, lit",
    labels: ["five-words-here"],
  },
};

const wait: GuideStep = {
  what: "Press “Back Up Now” and wait",
  time: "20 minutes to 2 hours",
  text: [
    "Sometimes it begins by itself once the password is set. You can do something else; leave the cable in.",
    "It is done when the bar goes away and the last backup has the time of now. That is how you know it is there.",
  ],
  fail: "Did it stop? Nearly always space is missing or the cable moved. Free space on the computer, not on the phone, and repeat.",
  picture: {
    draw: "back-up",
    shows: "Drawing of the window of the backup. The button Back Up Now is lit, and a bar moves below it",
    labels: ["Last backup: today", "Back Up Now"],
  },
};

const copy: GuideStep = {
  what: "Copy the whole folder to another place",
  time: "5 to 30 minutes",
  text: [
    "Best to a disk or stick that you keep. It needs the same space once more. You will work with the copy: the original stays as it is.",
    "Do not put it into iCloud, OneDrive or Drive: someone else could see it there.",
  ],
  fail: "Does it not fit? You can use the original. It is opened for reading and does not change.",
  picture: {
    draw: "copy",
    shows: "Drawing of a folder that is lit, and an arrow to a disk with its copy",
    labels: ["original", "copy"],
  },
};

export const en: GuideWords = {
  title: "Make a backup with a password",
  intro:
    "A backup is a copy of what the iPhone holds, on the computer. With a password it sees further: Apple puts calls and the pages of Safari there, and not into the others.",
  takes: "40 minutes to 3 hours, nearly all of it waiting · 5 to 120 GB, as much as the phone holds",
  care: {
    title: "First the backup. Do not wipe, reset or update the iPhone before",
    text: "Do not remove odd apps or profiles either: traces get lost, and whoever put them there may notice.",
  },
  variants: [
    {
      id: "mac",
      name: "Mac",
      steps: [
        connect,
        {
          what: "Open your iPhone in the Finder",
          time: "1 minute",
          path: ["Finder", "Locations", "your iPhone", "General"],
          text: ["It is in the column on the left. On a Mac with macOS 10.14 or earlier, open iTunes."],
          fail: "Is it not there? Pull out the cable, unlock the iPhone and connect it again.",
          picture: {
            draw: "sidebar",
            shows: "Drawing of a window of the Finder. The iPhone is lit in the column on the left",
            labels: ["Locations", "iPhone"],
          },
        },
        encrypt("Back up all of the data on your iPhone to this Mac"),
        paper,
        wait,
        {
          what: "Find the folder",
          time: "2 minutes",
          text: [
            "In the same window press “Manage Backups…”. Right-click the one of today and choose “Show in Finder”.",
            "The folder has a long name of letters and digits. Manifest.db is in it.",
          ],
          picture: {
            draw: "manage",
            shows: "Drawing of the list of backups with its menu. Show in Finder is lit",
            labels: ["iPhone, today", "Show in Finder"],
          },
        },
        {
          ...copy,
          text: [
            "Drag it with the Option key held: that copies it. Always do this, since macOS does not let the browser in where it is.",
            "Best to a disk or stick that you keep. On the desktop, mind that it is not copied to iCloud.",
          ],
          fail: "Does it say that you have no permission? Drag the folder from the window that opened, not from elsewhere.",
        },
      ],
    },
    {
      id: "windows",
      name: "Windows",
      steps: [
        {
          what: "Install the Apple Devices app",
          time: "5 minutes",
          text: ["It is in the Microsoft Store. If you have iTunes already, that will do."],
          fail: "Is your Windows old and does not have it? Install iTunes from Apple's page.",
          picture: {
            draw: "store",
            shows: "Drawing of the Microsoft Store with the app Apple Devices. The button Get is lit",
            labels: ["Apple Devices", "Get"],
          },
        },
        connect,
        {
          what: "Open your iPhone in the app",
          time: "1 minute",
          path: ["Apple Devices", "your iPhone", "General"],
          text: ["In iTunes the tab is called Summary."],
          picture: {
            draw: "sidebar",
            shows: "Drawing of the window of Apple Devices. The iPhone is lit in the column on the left",
            labels: ["Devices", "iPhone"],
          },
        },
        encrypt("Back up all of the data on your iPhone to this computer"),
        paper,
        wait,
        {
          what: "Find the folder",
          time: "2 minutes",
          text: [
            "Open File Explorer. Paste one of these two lines at the top, into the bar with the path. The second is for the iTunes of Apple's page.",
          ],
          type: ["%USERPROFILE%\\Apple\\MobileSync\\Backup", "%APPDATA%\\Apple Computer\\MobileSync\\Backup"],
          fail: "The folder has a long name of letters and digits. If there are several, it is the one of today. Manifest.db is in it.",
          picture: {
            draw: "path-bar",
            shows: "Drawing of File Explorer. The bar with the path is lit",
            labels: ["%USERPROFILE%\\Apple\\…", "00008030-001A…"],
          },
        },
        copy,
      ],
    },
    {
      id: "linux",
      name: "Linux",
      steps: [
        {
          what: "Install libimobiledevice",
          time: "5 minutes",
          text: ["Nearly every distribution has it. In Debian and Ubuntu the package is called so:"],
          type: ["sudo apt install libimobiledevice-utils"],
          picture: {
            draw: "terminal",
            shows: "Drawing of a terminal with the command that installs the program, lit",
            labels: ["apt install libimobiledevice…"],
          },
        },
        {
          ...connect,
          text: ["Unlock it and type this command. Accept on the iPhone, and enter its code."],
          type: ["idevicepair pair"],
          fail: "Does it say that there is no device? Unlock the iPhone, try another cable and repeat the command.",
        },
        {
          what: "Ask for a backup with a password",
          time: "2 minutes",
          text: [
            "This command asks for the new password and does not show it. Do not type it into the command: it would be kept.",
          ],
          type: ["idevicebackup2 -i encryption on"],
          fail: "Does it say that it was on already, and you do not know the password? Do not take it off. Below is what to do.",
          alone: {
            fail: "Does it say that it was on already, and you do not know the password? Do not take it off. A helpline tells you what to do.",
          },
          picture: {
            draw: "terminal",
            shows: "Drawing of a terminal with the command that turns the password on, lit",
            labels: ["idevicebackup2 -i encryption on"],
          },
        },
        paper,
        {
          what: "Make the backup",
          time: "20 minutes to 2 hours",
          text: [
            "Choose a disk with space and type the two commands there. The iPhone may ask for its code again.",
            "It went well if the last line says “Backup Successful”.",
          ],
          type: ["mkdir backup", "idevicebackup2 backup --full backup"],
          fail: "Was it cut off? Delete that new folder, which is half done, and repeat. The phone did not change.",
          picture: {
            draw: "terminal",
            shows: "Drawing of a terminal with the command that makes the backup, lit",
            labels: ["idevicebackup2 backup --full …"],
          },
        },
        {
          what: "See that it is there",
          time: "1 minute",
          text: [
            "In “backup” there is a folder with the number of the iPhone. Manifest.db is in it. Bring that folder.",
          ],
          picture: {
            draw: "inside",
            shows: "Drawing of the folder of the backup. The file Manifest.db is lit",
            labels: ["00008030-001A…", "Manifest.db"],
          },
        },
      ],
    },
  ],
  asides: [
    {
      title: "It had a password already and I do not know it",
      text: [
        "The password is chosen once and stays in the iPhone, also with another computer. Someone else who connected it may have chosen it: tell whoever helps you.",
      ],
      list: [
        "Try those that you used then: of your Apple account, of the computer, of an old computer. Nothing gets locked by trying.",
        "On a Mac open the app Keychain Access and look for “iPhone Backup” or “iOS Backup”.",
        "Make the backup all the same, with the password that it has. Keep it: it is evidence, and the password may turn up later.",
        "Meanwhile, make a record of the iPhone (sysdiagnose). It asks for no password.",
        "Apple lets you remove it with “Reset All Settings”. That deletes no photos or messages, but it changes the iPhone and takes traces with it. Do not do it before you have talked to a helpline.",
      ],
    },
    {
      title: "There was a backup on this computer already",
      text: [
        "Copy it to another disk before you make the new one. Apple's program replaces it, and an old one may hold traces that are gone today.",
        "A backup without a password can be checked too. It sees less, and the result says what was missing.",
      ],
    },
    {
      title: "Where the folder lies",
      text: ["Each backup is a folder with a long name. There is a file Manifest.db in it."],
      paths: [
        ["Mac", "~/Library/Application Support/MobileSync/Backup"],
        ["Windows, Apple Devices or iTunes of the Microsoft Store", "%USERPROFILE%\\Apple\\MobileSync\\Backup"],
        ["Windows, iTunes of Apple's page", "%APPDATA%\\Apple Computer\\MobileSync\\Backup"],
        ["Linux", "backup/"],
      ],
    },
    {
      title: "A backup in iCloud does not work here",
      text: ["It lies with Apple and cannot be brought as a file. A computer and a cable are needed."],
    },
  ],
  shows: [
    "It shows messages with links, pages visited, calls, permissions, profiles and programs that used the network.",
    "Without a password it shows less: calls, pages of Safari and other data are missing.",
    "It does not show the shutdown log or failures of programs: those are in a record (sysdiagnose). Nor programs that leave no trace, nor what is older than its records.",
  ],
};
