/** English. @module */
import { count, plural } from "@contraluz/core";
import { enAndroid } from "./en-android-words.ts";
import type { AccessWords } from "./words.ts";

export const en: AccessWords = {
  title: "Who else has access?",
  intro:
    "Often nobody put spyware there. Somebody has a shared account, a linked device, or the control that an employer has. Here is each way in, and how to look at it.",
  careTitle: "Before you remove anything",
  care: [
    {
      what: "First keep what can be seen",
      why: "Take pictures of the screen with another device, and keep this file. What you remove can no longer be shown.",
    },
    {
      what: "Whoever put it there may notice",
      why: "When a device, a profile or an account is removed, the other person may get a notice or lose access at once.",
    },
    {
      what: "If it is your partner, your family or somebody who has hurt you, talk to someone first",
      why: "Losing access can make that person angry. A helpline plans with you when and how. Write to them from another device.",
    },
  ],
  asked: "What you should look at",
  dark: "What is not visible here",
  darkIntro: "This file does not show it. It is looked at by hand, on the phone.",
  quiet: "What we read and what asks nothing",
  quietIntro: "In what we could read there is nothing to ask. What you said that you know does not come again.",
  can: "What it allows",
  here: "What is here",
  look: "How to look at it on the phone",
  act: "What to do, calmly",
  list: (n, name): string => `${name}: ${count(n)} ${plural(n, "record", "records")}.`,
  listMore: "Nobody but you can tell whether you know them. They are among the records that were read.",
  unseen: (names): string => `We could not see: ${names}.`,
  more: (n): string => `And ${count(n)} more, in the list of all that we saw.`,
  number: (id): string => `no. ${id}`,
  menus: "The names of menus change with versions. If you do not find them, look for similar ones.",
  inReport:
    "How to look at each thing on the phone, and what to think of before you remove anything, is in the report.",
  kinds: {
    ...enAndroid,
    organisation: {
      name: "An employer, a school or another organisation",
      can: "Install and remove apps, change settings, steer the connection, locate the phone and erase it.",
      look: "Open Settings. If the top says that an organisation supervises this iPhone, it does. Look also at General › VPN & Device Management.",
      act: "If the phone is your employer's, use another one for your own things. If it is yours, do not erase it: show it to a helpline.",
    },
    profiles: {
      name: "Profiles",
      can: "Change how the phone works: the way the connection takes, which certificates it trusts, which accounts it has.",
      look: "Settings › General › VPN & Device Management. Tap each profile and read what it holds.",
      act: "Write down its name, whose it says it is and what it holds. Once that is kept, it can be removed right there.",
    },
    certificates: {
      name: "Added certificates",
      can: "Read encrypted pages and apps, if the connection passes through the network of whoever has it.",
      look: "Settings › General › About › Certificate Trust Settings. A new phone has none in the list to trust.",
      act: "Take a picture of the list. A switch that is off takes the trust away, and it can be turned on again.",
    },
    connection: {
      name: "VPN, DNS, filters and proxy",
      can: "See whom you connect to, and sometimes change what arrives.",
      look: "Settings › General › VPN & Device Management. Look also at Settings › Wi-Fi, the letter i beside your network, and there at DNS and Proxy.",
      act: "Write down the name and the server. If it is not yours nor of an app that you know, ask before you turn it off.",
    },
    apps: {
      name: "Apps from outside the App Store",
      can: "What you allowed it: microphone, camera, location, contacts. Apple did not review them.",
      look: "Settings › General › VPN & Device Management shows companies and developers. Look for the app in Settings › General › iPhone Storage.",
      act: "Do not delete it yet: its data goes with it. Take pictures, keep a backup and show it to whoever helps you.",
    },
    computers: {
      name: "Paired computers",
      can: "Copy the whole phone and install things on it, when it is connected by cable or on the same network.",
      look: "The iPhone does not show this list. Think with which computers you connected it and tapped Trust, or who else could do so with your passcode.",
      act: "Change the passcode of the iPhone if somebody knows it. With the evidence kept, a helpline tells you how to make it forget computers.",
    },
    messengers: {
      name: "Devices linked to WhatsApp and other apps",
      can: "Read and write your messages from another device, at the same time as you.",
      look: "WhatsApp: Settings › Linked Devices. Signal: Settings › Linked Devices. Telegram: Settings › Devices. Those of Signal and Telegram are shown nowhere else.",
      act: "Take a picture of the list with another device. When a session is ended, whoever uses it notices at once.",
    },
    account: {
      name: "Devices of your Apple Account",
      can: "See photos, notes, messages, passwords and where you are, from another phone or computer with your account.",
      look: "Settings › your name. Scroll down: there is each device of your account. Look also at Sign-In & Security, and the trusted numbers.",
      act: "Take a picture of the list. Then, from a device that nobody else uses, change the password and remove the one that is not yours.",
    },
    accounts: {
      name: "Other accounts on the phone",
      can: "Bring in or carry away mail, contacts and calendars; buy apps and see which you have.",
      look: "Settings › Apps › Mail › Mail Accounts (earlier, Settings › Mail › Accounts). And App Store › your picture, for the account of purchases.",
      act: "Write down each account that you do not recognise. Removing it deletes from the phone what it brought: do so after you have kept a backup.",
    },
    sharing: {
      name: "What you share: location, family, photos, calendars",
      can: "Know where you are, what you buy, and see photos or appointments, without touching your phone.",
      look: "Find My app › People. Settings › Family. Photos › Shared Albums. Calendar › Calendars. Notes and reminders: those with the sign of a person.",
      act: "That you stop sharing your location is noticed. Think first what the other person would do, and talk it over with a helpline.",
    },
  },
};
