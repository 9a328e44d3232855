/**
 * Messengers, by the names of their containers, and the file in which each keeps its messages.
 *
 * Sources: iLEAPP (viber, line, kikMessages, imoHD, telegramMesssages, FacebookMessenger, teams: paths), readers of iTunes
 * backups (AppDomainGroup-group.viber.share.container, AppDomain-com.tencent.xin), the apps' own public source (Threema:
 * group.ch.threema; Wire: store.wiredatabase). That Signal keeps itself out of backups is by design (signalapp/Signal-iOS,
 * issues 901 and 2290); Telegram left only its preferences in MVT's test backup.
 * @module
 */
export interface Messenger {
  readonly name: string;
  /** The id of a container, or what stands before a dot in it. Groups without their `group.`. */
  readonly ids: readonly string[];
  /** End of the path of the file with its messages. */
  readonly store?: string | RegExp;
}

export const MESSENGERS: readonly Messenger[] = [
  {
    name: "WhatsApp",
    ids: ["net.whatsapp.WhatsApp", "net.whatsapp.WhatsAppSMB", "net.whatsapp.family"],
    store: "ChatStorage.sqlite",
  },
  { name: "Telegram", ids: ["ph.telegra.Telegraph", "org.telegram.TelegramHD"], store: "postbox/db/db_sqlite" },
  { name: "Signal", ids: ["org.whispersystems.signal"], store: /(?:^|\/)grdb[^/]*\/signal\.sqlite$/ },
  { name: "Facebook Messenger", ids: ["com.facebook.Messenger"], store: /(?:^|\/)lightspeed-[^/]*(?:\/[^/]+)?\.db$/ },
  { name: "Viber", ids: ["com.viber", "viber.share.container"], store: "com.viber/database/Contacts.data" },
  { name: "Threema", ids: ["ch.threema"], store: "ThreemaData.sqlite" },
  { name: "Wire", ids: ["com.wearezeta.zclient.ios"], store: "store.wiredatabase" },
  { name: "LINE", ids: ["jp.naver.line", "com.linecorp.line"], store: "Messages/Line.sqlite" },
  { name: "WeChat", ids: ["com.tencent.xin"], store: "DB/MM.sqlite" },
  { name: "Kik", ids: ["com.kik.chat"], store: "kik.sqlite" },
  { name: "imo", ids: ["imoimhd", "imoim"], store: "IMODb2.sqlite" },
  { name: "Session", ids: ["com.loki-project.loki-messenger"], store: "Session.sqlite" },
  { name: "Snapchat", ids: ["com.toyopagroup.picaboo"], store: "arroyo.db" },
  { name: "Instagram", ids: ["com.burbn.instagram"] },
  { name: "Discord", ids: ["com.hammerandchisel.discord"] },
  { name: "Skype", ids: ["com.skype.skype"] },
  { name: "Microsoft Teams", ids: ["com.microsoft.skype.teams"] },
  { name: "Slack", ids: ["com.tinyspeck.chatlyio"] },
  { name: "Element", ids: ["im.vector.app"] },
  { name: "SimpleX", ids: ["chat.simplex.app"] },
];

const byId: ReadonlyMap<string, Messenger> = new Map(MESSENGERS.flatMap((m) => m.ids.map((id) => [id, m] as const)));

/** The messenger that a domain of a backup belongs to: its app, its group, one of its extensions. */
export function messengerOf(domain: string): Messenger | undefined {
  const container = /^AppDomain(?:Plugin-|Group-(?:group\.)?|-)([A-Za-z0-9.-]{1,128})$/.exec(domain)?.[1];
  for (let id = container; id !== undefined && id !== ""; id = id.slice(0, Math.max(id.lastIndexOf("."), 0))) {
    const app = byId.get(id);
    if (app) return app;
  }
  return undefined;
}

/** Whether a path is the file with the messages. */
export function isStore(app: Messenger, path: string): boolean {
  if (app.store === undefined) return false;
  if (typeof app.store !== "string") return app.store.test(path);
  return (
    path.endsWith(app.store) && (path.length === app.store.length || path[path.length - app.store.length - 1] === "/")
  );
}
