/**
 * Zones in which anybody has a name within minutes, free and without saying who: dynamic DNS (a name for a home that changes its address,
 * cameras of a house among them) and tunnels to a computer at home. And endings of names that were free or nearly free for years.
 *
 * A list of ours, as of 2026-11, of what the services themselves offer. Zones of web hosts and of blogs are left out: whole towns have pages there.
 * Sources: No-IP, Dyn, ChangeIP, FreeDNS (afraid.org), Dynu, DuckDNS, Now-DNS and DynV6 by their lists of domains, ngrok, Cloudflare (quick
 * tunnels), localtunnel, Pinggy and Localhost.run by their documentation; Freenom's five endings; network.md 1.2 (IOC-05, IOC-06), 3(b) B5.
 * @module
 */

/** Day of the list. */
export const FREE_DATE = "2026-11-26";

const DYNAMIC = `
ddns.net ddnsking.com hopto.org hopto.me zapto.org sytes.net bounceme.net redirectme.net servehttp.com serveftp.com servegame.com
servebeer.com serveblog.net servecounterstrike.com servehalflife.com serveirc.com serveminecraft.net servemp3.com servep2p.com servepics.com
servequake.com servesarcasm.com myftp.biz myftp.org myvnc.com no-ip.biz no-ip.info no-ip.org no-ip.net no-ip.ca no-ip.co.uk noip.me noip.us
gotdns.ch webhop.me viewdns.net onthewifi.com 3utilities.com blogsyte.com brasilia.me ciscofreak.com damnserver.com ditchyourip.com
dnsfor.me dnsiskinky.com dvrcam.info dynns.com eating-organic.net geekgalaxy.com golffan.us homesecuritymac.com homesecuritypc.com
health-carereform.com mydissent.net myeffect.net mymediapc.net mypsx.net mysecuritycamera.com mysecuritycamera.net mysecuritycamera.org
pointto.us quicksytes.com read-books.org securitytactics.com serveexchange.com servehumour.com stufftoread.com unusualperson.com
workisboring.com access.ly
dyndns.org dyndns.biz dyndns.info dyndns.tv dyndns.ws dyndns-home.com dyndns-ip.com dyndns-remote.com dyndns-server.com dyndns-web.com
dyndns-work.com dyndns-at-home.com dyndns-free.com dnsalias.com dnsalias.net dnsalias.org dnsdojo.com dnsdojo.net dnsdojo.org dvrdns.org
dynalias.com dynalias.net dynalias.org getmyip.com gotdns.com gotdns.org homedns.org homeftp.net homeftp.org homeip.net homelinux.com
homelinux.net homelinux.org homeunix.com homeunix.net homeunix.org mine.nu podzone.net podzone.org selfip.biz selfip.com selfip.info
selfip.net selfip.org shacknet.nu webhop.biz webhop.info webhop.net webhop.org ath.cx blogdns.com blogdns.net blogdns.org remotecam.nu
changeip.net changeip.org changeip.biz changeip.co changeip.us ddns.info ddns.me ddns.mobi ddns.ms ddns.us dns04.com dns05.com dns1.us
dns2.us ns01.biz ns01.info ns01.us ns02.biz ns02.info ns02.us dynamicdns.biz dynamic-dns.net dsmtp.com dumb1.com ezua.com 25u.com 2waky.com
3-a.net 4dq.com 4pu.com 4mydomain.com acmetoy.com almostmy.com authorizeddns.net authorizeddns.org bigmoney.biz cleansite.biz edns.biz
faqserv.com fartit.com freetcp.com freewww.biz freewww.info ftp1.biz ftpserver.biz gr8domain.biz gr8name.biz https443.net https443.org
ikwb.com instanthq.com itemdb.com itsaol.com jetos.com jkub.com jungleheart.com justdied.com lflink.com lflinkup.com longmusic.com
mefound.com misecure.com moneyhome.biz mrbasic.com mrbonus.com mrface.com my03.com mydad.info myddns.com mylftv.com mymom.info mynetav.com
mynetav.net mynumber.org mypicture.info mypop3.net mypop3.org myz.info ninth.biz ocry.com onedumb.com onmypc.biz onmypc.info onmypc.net
onmypc.org otzo.com port25.biz proxydns.com qhigh.com qpoe.com rebatesrule.net sendsmtp.com serveuser.com serveusers.com sexidude.com
sixth.biz squirly.info ssl443.org toh.info toythieves.com trickip.net trickip.org vizvaz.com wikaba.com x24hr.com xxuz.com xxxy.info
ygto.com yourtrap.com zyns.com zzux.com
afraid.org mooo.com chickenkiller.com crabdance.com ignorelist.com jumpingcrab.com strangled.net twilightparadox.com us.to uk.to
privatedns.org allowed.org homenet.org punked.us
duckdns.org dynu.net dynu.com freeddns.org accesscam.org camdvr.org casacam.net ddnsfree.com ddnsgeek.com giize.com gleeze.com
kozow.com loseyourip.com mywire.org ooguy.com theworkpc.com webredirect.org bumbleshrimp.com
now-dns.net now-dns.org now-dns.top nowddns.com dynv6.net v6.rocks linkpc.net publicvm.com dtdns.net dns.navy spdns.org spdns.de
selfhost.eu selfhost.bz goip.de dnshome.de ddnss.de hicam.net
`;

const TUNNELS = `
ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localtunnel.me serveo.net localhost.run lhr.life lhr.rocks
pinggy.io pinggy.link telebit.io bore.pub portmap.io portmap.host playit.gg
`;

/** Freenom's five, and those of which most names are thrown away after days. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...["tk", "ml", "ga", "cf", "gq"],
  ...["top", "buzz", "icu", "bond", "cyou", "sbs", "cfd", "rest", "quest", "download", "wtf"],
]);

const listOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((n) => n !== ""));
const ZONES: ReadonlyMap<"dynamic" | "tunnel", ReadonlySet<string>> = new Map([
  ["dynamic", listOf(DYNAMIC)],
  ["tunnel", listOf(TUNNELS)],
]);

export interface FreeName {
  readonly what: "dynamic" | "tunnel" | "ending";
  /** The zone, or the ending: `duckdns.org`, `tk`. */
  readonly zone: string;
}

/** What is free about a name, or undefined. The site of the service itself is no name that somebody got there. */
export function freeName(name: string): FreeName | undefined {
  const plain = name.toLowerCase().replace(/\.$/, "");
  if (plain.startsWith("www.")) return freeName(plain.slice(4));
  for (let dot = plain.indexOf("."); dot >= 0; dot = plain.indexOf(".", dot + 1)) {
    const zone = plain.slice(dot + 1);
    for (const [what, zones] of ZONES) if (zones.has(zone)) return { what, zone };
  }
  const zone = plain.slice(plain.lastIndexOf(".") + 1);
  return zone !== plain && ENDINGS.has(zone) ? { what: "ending", zone } : undefined;
}
