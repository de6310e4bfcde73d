export const corriger = (texte: string) => texte
