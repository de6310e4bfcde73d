/** A filled field that could not be drawn as it is: its value would be lost or changed. */
export class ChampIndessinable extends Error {}
