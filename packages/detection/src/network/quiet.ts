/**
 * End points that phones and computers call by themselves, again and again: push, time, tests of the connection, their maker's clouds. What is
 * regular there says nothing. A list of ours, as of 2026-11, from what makers publish for those who run firewalls.
 *
 * An attacker can use the cloud of a maker, too, or name it falsely: for these names the rules of behaviour stay silent, and published
 * signs are matched all the same.
 * Sources: Apple, "Use Apple products on enterprise networks" (101555); Google, FCM ports and "Android Enterprise network requirements";
 * Microsoft, "Connection endpoints for Windows 11"; Mozilla, "Firefox makes automatic connections"; Samsung Knox, firewall exceptions;
 * Meta, Signal and Telegram by their own clients' names.
 * @module
 */

/** Day of the list. */
export const QUIET_DATE = "2026-11-26";

const NAMES = `
apple.com icloud.com icloud-content.com mzstatic.com aaplimg.com apple-dns.net cdn-apple.com me.com itunes.com
google.com googleapis.com gstatic.com googleusercontent.com gvt1.com gvt2.com gvt3.com android.com googlevideo.com youtube.com
ggpht.com app-measurement.com crashlytics.com firebaseio.com googlesyndication.com doubleclick.net google-analytics.com googletagmanager.com
dns.google 1e100.net
microsoft.com windows.com windowsupdate.com live.com office.com office365.com msftconnecttest.com msftncsi.com skype.com outlook.com
microsoftonline.com msedge.net azureedge.net onedrive.com sharepoint.com
mozilla.com mozilla.org mozilla.net firefox.com detectportal.firefox.com
samsung.com samsungcloud.com samsungdm.com samsungapps.com samsungelectronics.com samsungosp.com
xiaomi.com xiaomi.net miui.com mi.com huawei.com hicloud.com dbankcloud.com oppo.com heytap.com heytapmobi.com vivo.com vivo.com.cn
motorola.com oneplus.com oneplus.net honor.com hihonorcloud.com
facebook.com fbcdn.net whatsapp.net whatsapp.com instagram.com cdninstagram.com messenger.com
signal.org telegram.org t.me amazon.com amazonaws.com.cn amazonalexa.com netflix.com nflxvideo.net spotify.com scdn.co dropbox.com
pool.ntp.org ntp.org time.nist.gov time.cloudflare.com cloudflare-dns.com one.one.one.one quad9.net opendns.com adguard-dns.com nextdns.io
canonical.com ubuntu.com debian.org fedoraproject.org archlinux.org gnome.org kde.org
digicert.com letsencrypt.org lencr.org sectigo.com globalsign.com pki.goog symcd.com usertrust.com
`;

const QUIET: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((n) => n !== ""));

/** Push (Apple, Google), time, look-ups of names, DHCP: ports that are called at a pace by whoever uses a network. */
const PORTS: ReadonlySet<number> = new Set([53, 67, 68, 123, 137, 853, 5222, 5223, 5228, 5229, 5230, 5353, 5355]);

/** True of a name of the list, or below one. */
export function isQuietName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, "");
  for (let at = 0; at >= 0; ) {
    if (QUIET.has(plain.slice(at))) return true;
    const dot = plain.indexOf(".", at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return false;
}

export const isQuietPort = (port: number): boolean => PORTS.has(port);
