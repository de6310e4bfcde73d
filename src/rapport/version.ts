/** Which release judged. `regles`: fingerprint of the text of everything that judges. */
export interface Version {
  app: string
  regles: string
}

declare const __APP_VERSION__: string
declare const __RULES_FINGERPRINT__: string

/** This release, as the build names it. */
export const version: Version = { app: __APP_VERSION__, regles: __RULES_FINGERPRINT__ }
