/** How evidence that could not be opened is repaired, by the cause. `es` is the source. @module */
import type { Lang, ProblemCode } from "@contraluz/core";
import type { Step } from "../answer/words.ts";

type Repairs = { readonly [C in ProblemCode]?: Step };

const es: Repairs = {
  "backup-password-needed": {
    what: "El respaldo está cifrado y falta su contraseña",
    why: "Es la que alguien eligió al activar «Encriptar respaldo local»; no es el código del iPhone. No la guardamos. Repite la orden en una terminal, y te la pedirá.",
  },
  "backup-password-wrong": {
    what: "Esa contraseña no lo abre",
    why: "Revisa mayúsculas y acentos. Puede ser una vieja: se elige una vez y queda. Puedes probar sin límite: aquí nada se bloquea.",
  },
  "backup-keybag": {
    what: "Las llaves del respaldo están dañadas",
    why: "Copia otra vez la carpeta entera desde la computadora donde se hizo, o haz un respaldo nuevo.",
  },
  "backup-too-old": {
    what: "El respaldo es de un iOS anterior a 10.2",
    why: "Aún no sabemos leerlo. Guárdalo: una línea de ayuda puede tener con qué.",
  },
  "backup-manifest-missing": {
    what: "Falta Manifest.db, la lista del respaldo",
    why: "Suele pasar cuando la copia se cortó a la mitad. Vuelve a copiar la carpeta entera.",
  },
  "backup-body-missing": {
    what: "Faltan archivos del respaldo",
    why: "Suele pasar cuando se copia a una memoria USB y se corta. Copia la carpeta entera otra vez.",
  },
  "backup-info-missing": {
    what: "Falta un archivo que describe el respaldo",
    why: "Vuelve a copiar la carpeta entera. No la abras ni la cambies de nombre.",
  },
  "adb-backup-password-needed": {
    what: "El respaldo de Android está cifrado y falta su contraseña",
    why: "Es la que alguien escribió en el teléfono al hacerlo; no es el código para desbloquearlo. No la guardamos. Repite la orden en una terminal, y te la pedirá.",
  },
  "adb-backup-password-wrong": {
    what: "Esa contraseña no abre el respaldo de Android",
    why: "Revisa mayúsculas y acentos. Puedes probar sin límite: aquí nada se bloquea. Si nunca abre, el archivo puede estar dañado.",
  },
  "adb-backup-damaged": {
    what: "El respaldo de Android está dañado",
    why: "Cópialo otra vez desde donde se hizo, o haz uno nuevo.",
  },
  "age-key-needed": {
    what: "El archivo está cifrado con age y falta su llave",
    why: "La llave la tiene quien preparó la revisión. Repite la orden en una terminal, o da el archivo de la llave con --password-file.",
  },
  "age-key-wrong": {
    what: "Esa llave no abre el archivo",
    why: "Revisa que esté completa y que sea la de esta revisión. Puedes probar sin límite: aquí nada se bloquea.",
  },
  "age-damaged": {
    what: "El archivo cifrado está dañado",
    why: "Cópialo otra vez desde donde se hizo. Guarda también este.",
  },
  "evidence-unknown": {
    what: "No reconocemos lo que entregaste",
    why: "De un iPhone: la carpeta del respaldo, con su archivo Manifest.db, el registro (sysdiagnose) o el informe de privacidad. De un Android: el informe de errores o la carpeta de AndroidQF. Entrega cada cosa como salió del teléfono.",
  },
  "evidence-several": {
    what: "Hay varias cosas para revisar en esa carpeta",
    why: "Elige una y repite. En una terminal puedes dar juntas varias del mismo teléfono.",
  },
  "evidence-nested": {
    what: "Hay demasiados archivos uno dentro de otro",
    why: "Descomprime el primero y entrega lo que hay dentro.",
  },
  "host-read": {
    what: "El equipo no pudo leer un archivo",
    why: "Puede faltar un permiso o fallar el disco. Copia la carpeta a otro disco y repite.",
  },
  "scratch-unavailable": {
    what: "No hay lugar de trabajo en el disco",
    why: "Libera espacio y repite. Lo que escribimos ahí va cifrado y se borra.",
  },
  "sqlite-header": {
    what: "Manifest.db, la lista del respaldo, está dañada",
    why: "Copia otra vez la carpeta entera desde la computadora donde se hizo, o haz un respaldo nuevo.",
  },
  "sqlite-schema": {
    what: "Manifest.db, la lista del respaldo, está dañada",
    why: "Copia otra vez la carpeta entera desde la computadora donde se hizo, o haz un respaldo nuevo.",
  },
  "zip-directory": {
    what: "El archivo zip está dañado o incompleto",
    why: "Cópialo otra vez, o entrega la carpeta del respaldo tal como está.",
  },
  "tar-header": {
    what: "El archivo tar está dañado o incompleto",
    why: "Cópialo otra vez, o entrega la carpeta del respaldo tal como está.",
  },
  "gzip-damaged": {
    what: "El archivo comprimido está cortado o dañado",
    why: "Cópialo otra vez, o entrega la carpeta del respaldo tal como está.",
  },
  "indicator-file": {
    what: "Un archivo de señales publicadas no se pudo leer",
    why: "Puede ser STIX, YAML, o una lista con una señal por renglón. Sin ese archivo, repite la orden sin su --indicators.",
  },
};

const en: Repairs = {
  "backup-password-needed": {
    what: "The backup is encrypted and its password is missing",
    why: "It is the one that someone chose when turning on “Encrypt local backup”; it is not the iPhone code. We do not keep it. Repeat the command in a terminal, and it will be asked for.",
  },
  "backup-password-wrong": {
    what: "That password does not open it",
    why: "Check capital letters and accents. It may be an old one: it is chosen once and stays. Try as often as you like: nothing gets locked here.",
  },
  "backup-keybag": {
    what: "The keys of the backup are damaged",
    why: "Copy the whole folder again from the computer where it was made, or make a new backup.",
  },
  "backup-too-old": {
    what: "The backup is from an iOS before 10.2",
    why: "We cannot read it yet. Keep it: a helpline may have the means.",
  },
  "backup-manifest-missing": {
    what: "Manifest.db, the list of the backup, is missing",
    why: "This often happens when the copy was cut off half-way. Copy the whole folder again.",
  },
  "backup-body-missing": {
    what: "Files of the backup are missing",
    why: "This often happens when it is copied to a USB stick and cut off. Copy the whole folder again.",
  },
  "backup-info-missing": {
    what: "A file that describes the backup is missing",
    why: "Copy the whole folder again. Do not open or rename it.",
  },
  "adb-backup-password-needed": {
    what: "The Android backup is encrypted and its password is missing",
    why: "It is the one that someone typed on the phone when making it; it is not the code that unlocks it. We do not keep it. Repeat the command in a terminal, and it will be asked for.",
  },
  "adb-backup-password-wrong": {
    what: "That password does not open the Android backup",
    why: "Check capital letters and accents. Try as often as you like: nothing gets locked here. If it never opens, the file may be damaged.",
  },
  "adb-backup-damaged": {
    what: "The Android backup is damaged",
    why: "Copy it again from where it was made, or make a new one.",
  },
  "age-key-needed": {
    what: "The file is encrypted with age and its key is missing",
    why: "Whoever prepared the check has the key. Repeat the command in a terminal, or give the file of the key with --password-file.",
  },
  "age-key-wrong": {
    what: "That key does not open the file",
    why: "Check that it is complete and belongs to this check. Try as often as you like: nothing gets locked here.",
  },
  "age-damaged": {
    what: "The encrypted file is damaged",
    why: "Copy it again from where it was made. Keep this one, too.",
  },
  "evidence-unknown": {
    what: "We do not recognise what you handed in",
    why: "Of an iPhone: the folder of the backup, with its file Manifest.db, the record (sysdiagnose) or the privacy report. Of an Android phone: the bug report or the folder of AndroidQF. Hand in each as it came from the phone.",
  },
  "evidence-several": {
    what: "There are several things to check in this folder",
    why: "Choose one and repeat. In a terminal you can give several of one phone together.",
  },
  "evidence-nested": {
    what: "There are too many archives one inside another",
    why: "Unpack the first one and hand in what is inside.",
  },
  "host-read": {
    what: "The computer could not read a file",
    why: "A permission may be missing or the disk may fail. Copy the folder to another disk and repeat.",
  },
  "scratch-unavailable": {
    what: "There is no working space on the disk",
    why: "Free some space and repeat. What we write there is encrypted and gets deleted.",
  },
  "sqlite-header": {
    what: "Manifest.db, the list of the backup, is damaged",
    why: "Copy the whole folder again from the computer where it was made, or make a new backup.",
  },
  "sqlite-schema": {
    what: "Manifest.db, the list of the backup, is damaged",
    why: "Copy the whole folder again from the computer where it was made, or make a new backup.",
  },
  "zip-directory": {
    what: "The zip file is damaged or incomplete",
    why: "Copy it again, or hand in the folder of the backup as it is.",
  },
  "tar-header": {
    what: "The tar file is damaged or incomplete",
    why: "Copy it again, or hand in the folder of the backup as it is.",
  },
  "gzip-damaged": {
    what: "The compressed file is cut short or damaged",
    why: "Copy it again, or hand in the folder of the backup as it is.",
  },
  "indicator-file": {
    what: "A file of published signs could not be read",
    why: "It can be STIX, YAML, or a list with one sign a line. Without it, repeat the command without its --indicators.",
  },
};

export const REPAIRS: Readonly<Record<Lang, Repairs>> = { es, en };
