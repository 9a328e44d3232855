/** Signs on Android phones, from public reports. @module */
import type { SignGroup } from "./builtin.ts";

const NOVISPY = "Amnesty International, A Digital Prison (Serbia), 2024-12-16";
const RESIDENTBAT = "RESIDENT.NGO and Reporters Without Borders, ResidentBat, published by the MVT project";
const CAMPAIGN = "Amnesty International, New Android hacking campaign linked to mercenary spyware company, 2023-03-29";

export const ANDROID: readonly SignGroup[] = [
  {
    campaign: "NoviSpy",
    source: NOVISPY,
    type: "app-id",
    values: "com.accesibilityservice com.gu.activity com.li.activity com.serv.services",
  },
  {
    campaign: "NoviSpy",
    source: NOVISPY,
    type: "certificate",
    values: `
  35926e966186c8f2deec66864389d73989c75c85cb6668da2f455db6fe67e91f
  38693e1ea0fbf39d28f66b1714fdeed4e23b3973276481097d2d66e87f3647eb
  3ac97735164824657b683e805133b1274b2dedabf9fdd6aa9aca31089d501e64
`,
  },
  {
    campaign: "ResidentBat",
    source: RESIDENTBAT,
    type: "app-id",
    values: `
  cm.google.android.apps.assistant com.android.framework.safety com.google.android.service com.google.bat
  com.hihonor.core.service com.huaweisettingsapp.mkz com.linkedln.service com.oneplussync.bat
`,
  },
  {
    campaign: "ResidentBat",
    source: RESIDENTBAT,
    type: "certificate",
    values: `
  18afc5c6bfaee504a26291f6bf3e6f823dbedd54bba0c4acac2e7c2414b3e24d
  3e9f1192e33cb851b48479629c93d29770a4f76af00f1e42a3c6e7f97db62c79
  6782039a81a85264acdc6af0973b225ada6009f76faae7f948a1de040bb32f0c
  6d6278ffc80ad9dd1b1c6b445847ce108f3ea5ce349f232689e9b8c1fd10801e
  a6a067b0d899fb514b7b4597d4fe16fcd4d7e5c361f6c84b3d45ed7e394036c7
  c1884e617348ebbdfe7cfe5fc99945b37296d6ebc6059bb74fbaeea277d32941
  d12616542268d32329f1c4357b5d5a57e954e13d2338d27bb8439794291b8c6d
  e5016f3cfb937d502dabedc32ca3bdef3bbcce032fb3b1bff3b9c6482895f4fd
`,
  },
  {
    campaign: "WyrmSpy, DragonEgg",
    source: "Lookout, WyrmSpy and DragonEgg, 2023-07-19",
    type: "app-id",
    values: `
  com.adobe.flash.dex com.adobe.flash.jni com.adobe.flash.listen.beta com.android.system.configs.service
  com.hx.rootwifi remote.google.rt.googleservice xx.an
`,
  },
  {
    // Two ids of the published list are apps that the maker XDJA sells openly: com.xdja.jxclient, com.xdja.safekeyservice.
    campaign: "RCS Lab Hermit",
    source: "Google Threat Analysis Group, Spyware vendor targets users in Italy and Kazakhstan, 2022-06-23",
    type: "app-id",
    values: "com.androidservices.support com.fintur.support com.vodaservices",
  },
  {
    campaign: "Cellebrite",
    source: "Citizen Lab, From Protest to Peril (Jordan), 2026-01-22",
    type: "app-id",
    values: "com.client.appA",
  },
  {
    campaign: "Predator",
    source: "Cisco Talos, Intellexa's Predator, 2023-05-25",
    type: "file-path",
    values: "/data/local/tmp/wd/ /data/local/tmp/wd/fs.db /data/local/tmp/wd/pred.so",
  },
  {
    campaign: "Mercenary spyware campaign of 2023",
    source: CAMPAIGN,
    type: "property",
    values: "sys.brand.doc sys.brand.note sys.brand.notes",
  },
  {
    campaign: "Mercenary spyware campaign of 2023",
    source: CAMPAIGN,
    type: "file-path",
    values: "/data/local/tmp/dropbox",
  },
];
