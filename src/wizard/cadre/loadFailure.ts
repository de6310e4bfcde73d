/** Chromium and Firefox; WebKit; Vite, of a part's styles. */
const words = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i

/** Whether a part of the page could not be fetched: the network is cut, or the server has another version. */
export const isLoadFailure = ({ message }: Error) => words.test(message)
