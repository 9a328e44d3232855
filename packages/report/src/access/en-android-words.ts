/** English, of a phone with Android. @module */
import type { AndroidAccessId } from "./android-kinds.ts";
import type { AccessKindWords } from "./words.ts";

export const enAndroid: Readonly<Record<AndroidAccessId, AccessKindWords>> = {
  "android-organisation": {
    name: "An employer, a school or another organisation",
    can: "Add and remove apps, change settings, see where the phone is and erase it: all of it, or the work profile.",
    look: "Settings › Passwords & accounts: Work is there if there is a profile. Also look at Settings › Security & privacy › Your work policy info.",
    act: "If the phone is the employer's, use another one for your own things. If it is yours, do not erase it: show it to a helpline.",
  },
  "android-powers": {
    name: "Apps with strong permissions",
    can: "Read the screen, tap for you, read messages as they come, lock the phone, or keep themselves from being removed.",
    look: "Settings › Accessibility › Downloaded apps. Then search for Device admin apps, and Notification access. Look for what you do not know.",
    act: "Do not switch it off or remove it yet: whoever put it there may get a notice. Take pictures with another device and plan it with a helpline.",
  },
  "android-apps": {
    name: "Apps that did not come from the store",
    can: "What they were allowed when they were installed: microphone, camera, location, messages. No store looked at them.",
    look: "Settings › Apps › See all. Open the one you do not know and scroll down: it says where it came from. Also Apps › Special app access › Install unknown apps.",
    act: "Do not delete it yet: its data goes with it, and whoever put it there notices. Keep this copy and show it to whoever helps you.",
  },
  "android-computers": {
    name: "Computers that may command it",
    can: "Copy data, install apps and change permissions when they are connected by cable or in the same network.",
    look: "Settings › System › Developer options. If it does not exist, it is off now. There are USB debugging and Wireless debugging.",
    act: "Once the evidence is kept: Revoke USB debugging authorisations, and switch debugging off. Change the PIN if somebody knows it.",
  },
  "android-defaults": {
    name: "Who handles messages, calls and the keyboard",
    can: "Read every text message, know whom you call, or read all that you type.",
    look: "Settings › Apps › Default apps. And Settings › System › Keyboard, to see which one you use.",
    act: "Take a picture of the list. Choosing another app there deletes nothing, but whoever watches may stop receiving.",
  },
  "android-connection": {
    name: "VPN, DNS, proxy and certificates",
    can: "See whom you connect to, and sometimes change what arrives.",
    look: "Settings › Network & internet › VPN, and Private DNS. The proxy is in each Wi-Fi network. Certificates: search for Trusted credentials › User.",
    act: "Write down the name and the server. If it is neither yours nor of an app that you know, ask before you switch it off.",
  },
  "android-messengers": {
    name: "Devices linked to WhatsApp and other apps",
    can: "Read and write your messages from another device, at the same time as you.",
    look: "WhatsApp: the three dots › Linked devices. Signal: Settings › Linked devices. Telegram: Settings › Devices.",
    act: "Take a picture of the list with another device. When a session is closed, whoever uses it notices at once.",
  },
  "android-account": {
    name: "Your Google account and other accounts",
    can: "See mail, photos, contacts, passwords and where you are, from another device with your account. Also install apps from afar.",
    look: "Settings › Google › Manage your Google Account › Security › Your devices. Other accounts: Settings › Passwords & accounts.",
    act: "Take a picture of the list. Then, from a device that nobody else uses, change the password and sign out the sessions that are not yours.",
  },
  "android-sharing": {
    name: "What you share: location, family, photos",
    can: "Know where you are and see your photos or calendar, without touching your phone.",
    look: "Google Maps › your picture › Location sharing. Google Photos › Sharing. Settings › Google › All services › Family Link.",
    act: "To stop sharing a location is noticed. First think what the other person would do, and talk about it with a helpline.",
  },
};
