/** Accounts from which attackers reached phones, from public reports. @module */
import type { SignGroup } from "./builtin.ts";

export const ACCOUNTS: readonly SignGroup[] = [
  {
    campaign: "Pegasus",
    source:
      "Amnesty International, Forensic Methodology Report: How to catch NSO Group's Pegasus, 2021-07-18, and its later lists",
    type: "email",
    values: `
  ameliehaggart@gmail.com arvidamelia1@gmail.com bakkere268@gmail.com bekkerfredi@gmail.com benjiburns8@gmail.com
  bergers.o79@gmail.com bogaardlisa803@gmail.com emmadavies8266@gmail.com emmaholm575@gmail.com filip.bl82@gmail.com
  herbruud2@gmail.com jessicadavies1345@outlook.com k.williams.enny74@gmail.com kleinleon1987@gmail.com
  krystynajasinska86@gmail.com lee.85.holland@gmail.com linakeller2203@gmail.com martin.vdm78@gmail.com
  meliastahl@gmail.com mitchkremer14@outlook.com naomiwerff772@gmail.com natalymarinova@proton.me
  oskarschalcher@outlook.com smithsonrobert080@gmail.com sylianosliatsos84@gmail.com taylorjade0303@gmail.com
  vincent.dahl76@gmail.com weertlaura1@outlook.com yvonne.wechsler61@gmail.com
`,
  },
  {
    campaign: "Operation Triangulation",
    source: "Kaspersky, Operation Triangulation, 2023-06-01, and the list of the MVT project",
    type: "email",
    values: `
  bajablaster101@gmail.com biglesterjames5@gmail.com carlson31773@outlook.com chongwonnam@gmail.com
  christineashleysmith@gmail.com costamaria91@outlook.com danielhbarnes2@gmail.com fsozgur@outlook.com
  greatoleg9393@mail.com homicidalwombat@yahoo.com hyechink97@gmail.com janahodges324@gmail.com
  jesteristhebestband@gmail.com maxjar90@mail.com mibarham@outlook.com naturelover1972@outlook.com
  nigelmlevy@gmail.com nonbaguette@yahoo.com norsarall87@outlook.com parkourdiva@yahoo.com patriotsman121@gmail.com
  popanddangle@outlook.com popcornkerner@gmail.com pupperoni1989@outlook.com sasquatchdreams@outlook.com
  shannonkelly404@gmail.com slbrimms96@outlook.com soccerchk835@gmail.com stephamartinez122@gmail.com
  supercatman15@hotmail.com superhugger21@gmail.com tinyjax89@gmail.com travislong544@yahoo.com
  trunkfullofbeans@yahoo.com wheelsordoors@yahoo.com wopperplopper1@aol.com
`,
  },
  {
    campaign: "Spyware campaign against defenders in India, 2020",
    source:
      "Amnesty International and Citizen Lab, India: Human Rights Defenders Targeted by a Coordinated Spyware Operation, 2020-06-15",
    type: "email",
    values: `
  drsnehapatil64@gmail.com jagdish.meshraam@gmail.com jennifergonzales789@gmail.com payalshastri79@gmail.com
  sinhamuskaan04@gmail.com
`,
  },
];
