const latin1 = new TextDecoder('latin1')

/** Whether the bytes of a PDF speak of a file inside: its stream stands in the open, whatever else is compressed. */
export const hasEmbeddedFile = (bytes: Uint8Array): boolean =>
  /\/EmbeddedFile\b|\/(?:text|application)(?:#2f|\/)xml\b/i.test(latin1.decode(bytes))
