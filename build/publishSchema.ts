import type { Plugin } from 'vite'
import { exemples } from '../src/jsonschema/exemples'
import { fichierSchema } from '../src/jsonschema/fichierSchema'

/** Publishes the JSON Schema of a deposit's file, and files that follow it, under `schema/`. */
export const publishSchema: Plugin = {
  name: 'publish-schema',
  generateBundle() {
    const files = [
      { nom: 'demande-de-solde.schema.json', texte: `${JSON.stringify(fichierSchema(), null, 2)}\n` },
      ...exemples,
    ]
    for (const { nom, texte } of files) this.emitFile({ type: 'asset', fileName: `schema/${nom}`, source: texte })
  },
}
