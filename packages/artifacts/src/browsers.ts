/** Apps whose requests are visits: a person, or a page, led them there. @module */

export const BROWSERS: ReadonlySet<string> = new Set([
  "com.apple.SafariViewService",
  "com.apple.mobilesafari",
  "com.brave.ios.browser",
  "com.duckduckgo.mobile.ios",
  "com.ecosia.ecosiaapp",
  "com.google.chrome.ios",
  "com.microsoft.msedge",
  "com.opera.OperaTouch",
  "com.vivaldi.iOS",
  "org.mozilla.ios.Firefox",
  "org.mozilla.ios.Focus",
  "com.mike-tigas.onionbrowser",
]);
