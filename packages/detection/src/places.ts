/**
 * Where programs of iOS lie, and where none does.
 *
 * The system's own are on the sealed volume or in a Cryptex; apps in their bundles. What can be written while the phone runs (temporary
 * files, databases, logs, the home of a user) holds no programs, but it is where Pegasus, Reign, Predator and Coruna kept theirs.
 * Sources: ios.md 3 (H1, H2, with their false positives), 2.3 (paths of the named cases); file lists of iLEAPP for what is ordinary.
 * @module
 */
import { canonicalPath } from "./indicators/paths.ts";

/** Folders that can be written and hold no programs. */
const ODD =
  /^\/private\/(?:etc|var\/(?:tmp|db|run|root|log|logs|Keychains|keybags|preferences|wireless|networkd|containers\/Data|containers\/Shared|mobile))\//;
/** What is ordinary in them: Cryptexes, personalised images of developers, bundles of apps in old versions, models and assets. */
const ORDINARY =
  /^\/private\/var\/(?:run\/com\.apple\.security\.cryptexd\/|db\/(?:oah|com\.apple\.xpc\.launchd\/(?:loginitems|disabled)|dyld|DifferentialPrivacy)\/|mobile\/(?:Containers\/Bundle\/|Library\/Assets\/|Library\/Caches\/com\.apple\.dyld\/))/;
/** Where Apple's programs are; `Developer` and `Library/Apple` come with a developer's image. */
const SYSTEM =
  /^\/(?:System|usr|bin|sbin|Applications|Developer|Library|private\/preboot|private\/var\/(?:staged_system_apps|personalized_[^/]*|MobileAsset|run\/com\.apple\.security\.cryptexd)|cores)\//;
/** The canonical path of a program, as `/private/var/…`: an empty name or `..` in it hides nothing. Undefined for what is no path. */
export function pathOf(value: string): string | undefined {
  return (value.startsWith("/") && canonicalPath(value)) || undefined;
}

/** True for a path at which iOS has no programs. */
export function isOddPlace(path: string): boolean {
  return ODD.test(path) && !ORDINARY.test(path);
}

/** True where Apple's own programs lie. */
export function isSystemPlace(path: string): boolean {
  return SYSTEM.test(path);
}

/**
 * Programs of Apple that every iPhone of the last ten years runs, and whose names nobody else gives a program by chance. Names that are also
 * names of open programs (sshd, bash) are not among them.
 */
const DAEMONS: ReadonlySet<string> = new Set(
  `CommCenter IMDPersistenceAgent IMTranscoderAgent MessagesBlastDoorService MobileMail ReportCrash SpringBoard UserEventAgent
  accountsd akd amfid apsd aggregated analyticsd assertiond assetsd backboardd bluetoothd calaccessd cfprefsd cloudd
  com.apple.WebKit.GPU com.apple.WebKit.Networking com.apple.WebKit.WebContent com.apple.MobileSoftwareUpdate.CleanupPreparePathService
  configd containermanagerd coreduetd crash_mover dasd diagnosticd distnoted fairplayd.H2 findmydeviced fseventsd geod
  healthd homed identityservicesd imagent installd itunesstored keybagd launchd locationd lockdownd logd lsd mDNSResponder
  mediaserverd misagent mobile_installation_proxy mobileactivationd nanoregistryd nehelper nesessionmanager networkd notifyd
  nsurlsessiond passd powerd powerlogHelperd profiled replayd routined runningboardd searchd securityd sharingd softwareupdated
  softwareupdateservicesd symptomsd syslogd tccd timed trustd watchdogd wifid`.split(/\s+/),
);

export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** True for the name of a program that comes with iOS. */
export function isDaemonName(name: string): boolean {
  return DAEMONS.has(name);
}
