/** English. @module */
import type { GuideWords } from "../guide.ts";

export const en: GuideWords = {
  title: "Keep the app privacy report",
  intro:
    "It is a small file that the iPhone writes by itself: which app used the microphone, the camera or your location, and which sites it connected to. It holds seven days. iPhones with iOS 15.2 or newer have it.",
  takes: "5 minutes · 1 to 60 MB · on the phone itself",
  care: {
    title: "Do not remove apps or permissions before you keep it",
    text: "If you turn the report off, what it had is deleted. Leave it on.",
  },
  variants: [
    {
      id: "all",
      name: "",
      steps: [
        {
          what: "Open the report",
          time: "1 minute",
          path: ["Settings", "Privacy & Security", "App Privacy Report"],
          text: ["It is at the very end of the list."],
          fail: "Does it say that it is off? Turn it on and come back in seven days. Meanwhile, make a record of the iPhone (sysdiagnose).",
          picture: {
            draw: "switch",
            shows: "Drawing of the settings. The privacy report is lit and turned on",
            labels: ["App Privacy Report"],
          },
        },
        {
          what: "Keep it as a file",
          time: "1 minute",
          text: [
            "Tap the sign for sharing, at the top right, and choose “Save to Files”. Pick “On My iPhone”, not “iCloud Drive”.",
          ],
          fail: "Do you not see the sign? Move the page up to its top. If the screen is empty, there is nothing to keep yet.",
          picture: {
            draw: "share",
            shows: "Drawing of the menu for sharing. The sign and Save to Files are lit",
            labels: ["Copy", "Save to Files"],
          },
        },
        {
          what: "Look at the first lines yourself",
          time: "3 minutes",
          text: [
            "The list of apps is on the same screen. See whether one that you do not know used the microphone or your location, above all at night.",
            "If you find one, do not remove it yet. Take a picture with another device and talk to a helpline.",
          ],
        },
      ],
    },
  ],
  shows: [
    "It shows which apps used camera, microphone, location and contacts, and which sites they connected to.",
    "It does not show what programs inside the system do. Spyware of the most expensive kind does not appear here.",
  ],
};
