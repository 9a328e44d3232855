/** English. @module */
import type { GuideWords } from "../guide.ts";

export const en: GuideWords = {
  title: "Make a backup with a password",
  intro:
    "A backup is a copy of the iPhone on the computer. With a password it holds more: calls, pages visited and passwords. That is why it sees further.",
  care: {
    title: "Do not wipe, reset or update the iPhone before",
    text: "First the backup. There will be time for the rest.",
  },
  variants: [
    {
      id: "mac",
      name: "Mac",
      steps: [
        {
          what: "Connect the iPhone with the cable",
          time: "1 minute",
          text: ["Unlock it. If it asks whether you trust this computer, tap Trust and enter your code."],
          fail: "Does it ask nothing? Try another cable or another port.",
        },
        {
          what: "Open your iPhone in Finder",
          time: "1 minute",
          path: ["Finder", "Locations", "your iPhone", "General"],
          text: ["It is in the column on the left of the window."],
        },
        {
          what: "Ask for a backup with a password",
          time: "2 minutes",
          text: [
            "Choose “Back up all of the data on your iPhone to this Mac” and mark “Encrypt local backup”.",
            "Type a password that you will remember. Write it on paper: without it nobody can open the backup.",
          ],
          fail: "Was it marked already, and you do not know the password? Leave the backup as it is and talk to a helpline.",
        },
        {
          what: "Press “Back Up Now” and wait",
          time: "20 minutes to 2 hours",
          text: ["Do not unplug the cable until it is done. Below you will see the date and time of the last backup."],
        },
        {
          what: "Find the folder",
          time: "2 minutes",
          text: [
            "In the same window press “Manage Backups…”. Right-click the new one and choose “Show in Finder”.",
            "Drag that folder to the desktop with the Option key held: that copies it. The browser cannot go where it is.",
          ],
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
          text: ["It is in the Microsoft Store. If you have iTunes already, that will do too."],
        },
        {
          what: "Connect the iPhone with the cable",
          time: "1 minute",
          text: ["Unlock it. If it asks whether you trust this computer, tap Trust and enter your code."],
          fail: "Does it ask nothing? Try another cable or another port.",
        },
        {
          what: "Ask for a backup with a password",
          time: "2 minutes",
          path: ["Apple Devices", "your iPhone", "General"],
          text: [
            "Under Backups choose “Back up all of the data on your iPhone to this computer” and mark “Encrypt local backup”.",
            "Type a password that you will remember. Write it on paper: without it nobody can open the backup.",
          ],
          fail: "Was it marked already, and you do not know the password? Leave the backup as it is and talk to a helpline.",
        },
        {
          what: "Press “Back Up Now” and wait",
          time: "20 minutes to 2 hours",
          text: ["Do not unplug the cable until it is done."],
        },
        {
          what: "Find the folder",
          time: "2 minutes",
          text: [
            "Open File Explorer and type at the top: %USERPROFILE%\\Apple\\MobileSync\\Backup. With iTunes: %APPDATA%\\Apple Computer\\MobileSync\\Backup.",
            "The folder has a long name of letters and digits.",
          ],
        },
      ],
    },
  ],
  shows: [
    "It shows messages with links, pages visited, permissions, profiles and programs that used the network.",
    "It does not show programs that leave no trace, nor what happened before its oldest records.",
  ],
};
