/** Words for the clerk: the fault, then what to do about it. */
export interface Message {
  faute: string
  remede: string
}

/** The message on one line, where there is room for one only: a notice, a list. */
export const showMessage = ({ faute, remede }: Message): string => `${faute} ${remede}`
