/**
 * By what a camera is known in a capture: words of names that it gives itself, and the clouds through which cameras are watched.
 *
 * A list of ours, as of 2026-11, from general knowledge of makers and the names of their apps; nobody looked them up on makers' pages, and which camera calls which of them
 * was not tried with the cameras themselves. A doorbell of the house calls the same.
 * Sources: network.md 3(a); names of makers' apps (Reolink, Wyze, Arlo, Ring, Blink, Hik-Connect, EZVIZ, Imou, Tapo).
 * @module
 */
import { remembered } from "./remembered.ts";

const WORDS: ReadonlySet<string> = new Set(
  `cam cams camera cameras camara camaras ipcam ipcamera netcam webcam hipcam ipc nvr dvr xvr hvr dnvrs cctv onvif doorbell timbre
  hikvision dahua ezviz reolink amcrest foscam vivotek imou wyzecam uniview jovision tiandy lorex swann arlo vstarcam xmeye xiongmai yoosee v380
  icsee zmodo wansview annke eufycam`.split(/\s+/),
);

/** Servers of cameras that name themselves by more than one word. */
const WHOLE = /app-webs|dnvrs-webs|uc-httpd|camera-webs|webcamxp|ip camera|network camera/;

/** Marks above letters go: `cámara` is `camara`. */
const bare = (s: string): string => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (name: string): string[] => bare(name.slice(0, 200)).split(/[^a-z0-9]+/);

/** It calls itself a camera, or names a maker of cameras. */
export function namesCamera(name: string): boolean {
  return wordsOf(name).some((w) => WORDS.has(w)) || WHOLE.test(bare(name.slice(0, 200)));
}

/**
 * A name that somebody gave it: it has a word that is of no maker and no kind of camera, and no number of a model. Who hides a camera
 * rarely gives it one; a baby monitor has one.
 */
export function isGivenName(name: string): boolean {
  const words = wordsOf(name.replace(/\.local$/i, "")).filter((w) => w !== "");
  return words.every((w) => /^[a-z]+$/.test(w)) && words.some((w) => w.length >= 3 && !WORDS.has(w));
}

const CLOUDS: ReadonlySet<string> = new Set(
  `hik-connect.com hikvision.com ezvizlife.com ezviz7.com ys7.com dahuap2p.com easy4ip.com easy4ipcloud.com imoulife.com lechange.com
  reolink.com wyzecam.com arlo.com arloxcld.com ring.com immedia-semi.com blinkforhome.com dropcam.com nest-camera-frontend.googleapis.com
  eufylife.com myfoscam.com myfoscam.org xiaoyi.com yitechnology.com eye4.cn xmeye.net xmcsrv.net xmsecu.com secu100.net iotcplatform.com
  v380.org av380.net nvcam.net icsee.com yoosee.co gwell.cc ubianet.com danale.com danale.net amcrestcloud.com amcrestview.com
  simplisafe.com zmodo.com meshare.com netvue.com mynetvue.com nanit.com vivotek.com univiewcloud.com en.ezcloud.uniview.com axis.cam
  camhi.cc wansview.com annke.com zosi.com`.split(/\s+/),
);

/** The cloud that a name belongs to; undefined if it is none of cameras. */
export const cameraCloud: (name: string) => string | undefined = remembered(cloudOf);

function cloudOf(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/\.$/, "").slice(0, 255);
  for (let at = 0; at >= 0; ) {
    const rest = plain.slice(at);
    if (CLOUDS.has(rest)) return rest;
    const dot = plain.indexOf(".", at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return undefined;
}
