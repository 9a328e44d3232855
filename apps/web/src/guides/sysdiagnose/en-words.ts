/** English. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const press: GuideStep = {
  what: "Press three buttons at once",
  time: "1 second",
  text: ["Press both volume buttons and the side button together. Count “one” and let go."],
  fail: "Did the screen for switching off appear? Tap Cancel and press more briefly. Felt nothing? That can be normal: go on.",
  picture: {
    draw: "buttons",
    shows: "Drawing of an iPhone: two buttons on the left and one on the right, lit",
    labels: ["volume", "side"],
  },
};

const wait: GuideStep = {
  what: "Wait 15 minutes",
  time: "10 to 15 minutes",
  text: ["The iPhone prepares the file without telling. You can use it meanwhile. Do not switch it off."],
  picture: { draw: "quarter", shows: "Drawing of a clock with a quarter of an hour lit" },
};

const find: GuideStep = {
  what: "Look for the file",
  time: "2 minutes",
  path: ["Settings", "Privacy & Security", "Analytics & Improvements", "Analytics Data"],
  text: [
    "The list is long and in alphabetical order. Go down to the letter s and tap the one that begins with sysdiagnose_ and the date of today.",
  ],
  fail: "Is it not there? Wait another ten minutes. If it is still missing, press the three buttons again.",
  picture: {
    draw: "records",
    shows: "Drawing of the list of analytics data. The file sysdiagnose is lit",
    labels: ["sysdiagnose_2026.11…"],
  },
};

export const en: GuideWords = {
  title: "Make a record of your iPhone",
  intro:
    "Your iPhone can write a file about what went on inside in the last days. Apple calls it sysdiagnose. It does not hold your photos or the text of your messages. It does hold names of accounts, networks and apps.",
  takes: "20 to 30 minutes, nearly all of it waiting · 100 to 500 MB · no password",
  care: {
    title: "Do it before you restart or update",
    text: "Some traces are lost when the iPhone is switched off. Since iOS 26, the shutdown log may keep the last start and no more. Do not reset it yet either.",
  },
  variants: [
    {
      id: "computer",
      name: "With a computer",
      steps: [
        press,
        wait,
        find,
        {
          what: "Bring it to the computer",
          time: "5 minutes",
          text: [
            "Tap the Share button. With a Mac, use AirDrop. With Windows or Linux, keep it on a USB stick connected to the iPhone, with an adapter if needed.",
          ],
          fail: "Avoid iCloud, e-mail and WhatsApp: they leave a copy in an account that someone else could see.",
          picture: {
            draw: "send",
            shows: "Drawing of an iPhone with the sign for sharing and an arrow to a computer, lit",
          },
        },
      ],
    },
    {
      id: "phone",
      name: "With the phone alone",
      steps: [
        press,
        wait,
        find,
        {
          what: "Keep it on the iPhone itself",
          time: "2 minutes",
          text: [
            "Tap the Share button and choose “Save to Files”. Pick “On My iPhone”, not “iCloud Drive”.",
            "The iPhone deletes its own after some time. The copy that you keep stays.",
          ],
          fail: "Does anyone else open your iPhone? Then bring it to another device soon, or talk to a helpline first.",
          picture: {
            draw: "share",
            shows: "Drawing of the menu for sharing. The sign and Save to Files are lit",
            labels: ["Copy", "Save to Files"],
          },
        },
      ],
    },
  ],
  asides: [
    {
      title: "How to keep it well",
      text: [
        "Do not change its name: it has the date and the time. Note on paper when you made it and what made you suspicious.",
        "If a helpline is to read it too, ask them how to send it: never by ordinary e-mail.",
      ],
    },
    {
      title: "I have already restarted or updated it",
      text: [
        "Do it all the same. One part is lost and another stays: failures of programs, installed apps, profiles and devices of your account.",
        "The list of analytics data may hold older records. Keep those, too: they are from before.",
      ],
    },
  ],
  shows: [
    "It shows the programs that were running and those that failed, and how the iPhone shut down. Also installed apps, profiles and the way the connection takes.",
    "It helps to see who else has access: paired computers and devices of your Apple Account.",
    "Some parts are of that moment, others of days or weeks.",
    "It does not show messages, calls or pages visited. A program that left no trace does not appear.",
    "A backup sees further. If you can, do both: this one first, then the backup with a password.",
  ],
};
