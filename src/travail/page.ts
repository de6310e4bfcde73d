/** The page that a route shows: `#/demandes/2?champ=numeroASP` and `#/demandes/2` are one. */
export const pageOf = (route: string) => route.split('?')[0] ?? ''
