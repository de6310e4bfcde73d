const year = '[1-9][0-9]{3}'
const leapYear = '(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)'

/** The days that `isJour` takes, `JJ/MM/AAAA`, as a pattern: 29 February in the years that have one. guide §3.2 */
export const jourPattern = `^(?:${[
  `(?:0[1-9]|1[0-9]|2[0-8])/(?:0[1-9]|1[0-2])/${year}`,
  `(?:29|30)/(?:0[13-9]|1[0-2])/${year}`,
  `31/(?:0[13578]|1[02])/${year}`,
  `29/02/${leapYear}`,
].join('|')})$`
