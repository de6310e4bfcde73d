/** The part of saxen that this room uses: the library brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string
  interface Handlers {
    openTag: (name: string, attributes: () => Record<string, string>, decode: Decode, selfClosing: boolean) => void
    closeTag: (name: string, decode: Decode, selfClosing: boolean) => void
    text: (text: string, decode: Decode) => void
    cdata: (text: string) => void
    error: (error: Error) => void
  }
  export class Parser {
    on<Name extends keyof Handlers>(name: Name, handler: Handlers[Name]): this
    ns(prefixes: Record<string, string>): this
    parse(xml: string): void
  }
}
