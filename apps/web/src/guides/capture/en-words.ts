/** English. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const move: GuideStep = {
  what: "Wait, and move about the room",
  time: "15 minutes or more",
  text: [
    "Halfway, go in, turn on the light and walk: many cameras send more when something moves.",
    "If it is about your phone: use it a little, send a message, then leave it alone.",
  ],
  picture: { draw: "quarter", shows: "Drawing of a clock with a quarter of an hour lit" },
};

const pick: GuideStep = {
  what: "Choose the file on this page",
  alone: { what: "Check it with the page of Contraluz" },
  time: "1 minute",
  text: ["It ends in .pcap or .pcapng. Compressed (.gz) works, too, or a folder with several."],
};

const router: GuideStep = {
  what: "Enter your router and begin to record",
  time: "5 minutes",
  text: [
    "Look for “packet capture” or “sniffer”. FRITZ Box, OpenWrt, MikroTik and pfSense offer it.",
    "Choose the home network, not the way out to the internet: from outside all look like one machine.",
  ],
  fail: "Does your router not offer it, or does somebody manage it who worries you? Use another of the ways.",
};

const air: GuideStep = {
  what: "Open the Mac's Wireless Diagnostics",
  time: "2 minutes",
  path: ["Option and a click on the Wi-Fi sign", "Open Wireless Diagnostics", "Window", "Sniffer"],
  text: ["Pick a channel and press “Start”. While it listens you have no internet."],
  fail: "It is not there? Hold the Option key before you click.",
};

const channels: GuideStep = {
  what: "Stop, and repeat with other channels",
  time: "15 to 40 minutes",
  text: [
    "Channels 1, 6 and 11, and those from 36 on. The camera uses the one of its network.",
    "The files are on the desktop or in /var/tmp.",
  ],
};

const share: GuideStep = {
  what: "Share the line of your computer",
  time: "5 minutes",
  path: ["Settings", "Network & internet", "Mobile hotspot"],
  text: [
    "On a Mac: System Settings, General, Sharing, Internet Sharing, with the Mac on a cable.",
    "Connect the phone that you want to check to that network, and no other.",
  ],
};

const record: GuideStep = {
  what: "Begin to record",
  time: "1 minute",
  text: ["Windows, in a terminal of an administrator. On a Mac: sudo tcpdump -i bridge100 -s 0 -w network.pcap"],
  type: ["pktmon start --capture --pkt-size 0 --file-name network.etl"],
  fail: "Does it say that you may not? Open the terminal as administrator.",
};

const stop: GuideStep = {
  what: "Stop and convert the file",
  time: "1 minute",
  text: ["On a Mac, Ctrl and C are enough."],
  type: ["pktmon stop", "pktmon etl2pcap network.etl --out network.pcapng"],
};

const droid: GuideStep = {
  what: "Install PCAPdroid and choose “PCAP file”",
  time: "5 minutes",
  text: [
    "It is open source; Google Play and F-Droid have it. Press the triangle to begin.",
    "It records what that phone does and nothing else. It decrypts nothing.",
  ],
  fail: "Do you use a VPN? It is closed while it records. If you need it to be out of danger, do not do this.",
};

export const en: GuideWords = {
  title: "Record a while of your network",
  intro:
    "What passes through the network is kept in a file, and Contraluz tells which machines spoke. It helps to look for a hidden camera, or to see whom your phone talks to. Nothing has to be bought.",
  takes: "20 to 60 minutes · 1 to 2,000 MB",
  care: {
    title: "In your own network, or with permission",
    text: "The file holds the sites that the whole house visited. Do it in your own network, or with permission of whose it is. If you find something, do not touch it yet: whoever put it there may notice.",
  },
  variants: [
    { id: "router", name: "With the router", steps: [router, move, pick] },
    { id: "air", name: "With a Mac that listens", steps: [air, move, channels, pick] },
    { id: "bridge", name: "Your computer as a bridge", steps: [share, record, move, stop, pick] },
    { id: "phone", name: "With an Android", steps: [droid, move, pick] },
  ],
  asides: [
    {
      title: "Which one?",
      text: [
        "For a camera: the router, or the Mac. For your phone: the computer as a bridge, or the Android.",
        "As a bridge it shows only what you connect to your computer, not the other machines of the house.",
      ],
    },
  ],
  shows: [
    "It shows which machines spoke, their maker, what they say of themselves, how much they send and where to. Also whether one looks like a camera.",
    "Cameras that store on a card, those with a chip or a network of their own, and those that are off do not show. Nor do those of radio without Wi-Fi, or of another channel or 5 GHz.",
    "What is encrypted stays encrypted: with whom and how much shows, not what it says.",
  ],
};
