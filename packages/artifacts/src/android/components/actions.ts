/**
 * What an app can ask to be woken for, or to serve as, that watching needs. Apps ask for a thousand other things.
 * Sources: AOSP (Intent, Telephony.Sms.Intents, TelephonyManager, DeviceAdminReceiver, AccessibilityService, NotificationListenerService,
 * VpnService, InputMethod, CallScreeningService, InCallService, VoiceInteractionService, AutofillService); android.md 2.
 * @module
 */
export type Table = "activity" | "receiver" | "service" | "provider";

const ACTIVITY = [
  "android.app.action.ADD_DEVICE_ADMIN",
  "android.intent.action.ASSIST",
  "android.intent.action.DIAL",
  "android.intent.action.CALL",
];
const RECEIVER = [
  "android.app.action.DEVICE_ADMIN_ENABLED",
  "android.app.action.PROFILE_PROVISIONING_COMPLETE",
  "android.intent.action.BOOT_COMPLETED",
  "android.intent.action.LOCKED_BOOT_COMPLETED",
  "android.intent.action.QUICKBOOT_POWERON",
  "com.htc.intent.action.QUICKBOOT_POWERON",
  "android.intent.action.DATA_SMS_RECEIVED",
  "android.intent.action.NEW_OUTGOING_CALL",
  "android.intent.action.NEW_OUTGOING_SMS",
  "android.intent.action.PHONE_STATE",
  "android.intent.action.USER_PRESENT",
  "android.provider.Telephony.NEW_OUTGOING_SMS",
  "android.provider.Telephony.SECRET_CODE",
  "android.telephony.action.SECRET_CODE",
  "android.provider.Telephony.SMS_DELIVER",
  "android.provider.Telephony.SMS_RECEIVED",
  "android.provider.Telephony.WAP_PUSH_DELIVER",
  "android.provider.Telephony.WAP_PUSH_RECEIVED",
  /** A scheme, not an action: filters with a scheme stand under it. A number that is dialled opens the app. */
  "android_secret_code",
];
const SERVICE = [
  "android.accessibilityservice.AccessibilityService",
  "android.app.action.DEVICE_ADMIN_SERVICE",
  "android.net.VpnService",
  "android.service.autofill.AutofillService",
  "android.service.notification.NotificationListenerService",
  "android.service.voice.VoiceInteractionService",
  "android.telecom.CallScreeningService",
  "android.telecom.InCallService",
  "android.view.InputMethod",
];

export const ACTIONS: Readonly<Record<Table, ReadonlySet<string>>> = {
  activity: new Set(ACTIVITY),
  receiver: new Set(RECEIVER),
  service: new Set(SERVICE),
  provider: new Set(),
};

/** What an icon on the screen asks for; other screens ask for it, too. */
export const MAIN = "android.intent.action.MAIN";
