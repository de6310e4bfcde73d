/** What one joining takes before it gives up: pages and bytes of all documents together. */
export const bornesJonction = { pages: 300, octets: 100 * 1024 * 1024 } as const
