import { runnerImport, type Plugin } from 'vite'

/** Publishes the JSON Schema of a deposit's file, and files that follow it, under `schema/`. */
export const publishSchema: Plugin = {
  name: 'publish-schema',
  async generateBundle() {
    // Through Vite, as the app's own code: Node alone does not follow its imports.
    const [schema, following] = await Promise.all([
      runnerImport<typeof import('../jsonschema/fichierSchema')>('./src/jsonschema/fichierSchema.ts'),
      runnerImport<typeof import('../jsonschema/exemples')>('./src/jsonschema/exemples.ts'),
    ])
    const files = [
      { nom: 'demande-de-solde.schema.json', texte: `${JSON.stringify(schema.module.fichierSchema(), null, 2)}\n` },
      ...following.module.exemples,
    ]
    for (const { nom, texte } of files) this.emitFile({ type: 'asset', fileName: `schema/${nom}`, source: texte })
  },
}
