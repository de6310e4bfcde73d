import { ownFolder, readOwnFile } from '../../octets/ownFiles'
import { travail } from './travail'

const loadFile = async (path: string, nom: string) =>
  new File([await readOwnFile(`${ownFolder('exemple/')}${path}`)], nom)

/** Begins a draft with the guide's example (guide §3.1). False: the clerk stays at his own. */
export async function loadExemple(): Promise<boolean> {
  const [facture, va] = await Promise.all([
    loadFile('facture.pdf', 'Facture F-2023-118.pdf'),
    loadFile('attestation.pdf', 'Attestation VA.pdf'),
  ])
  return travail.beginExemple({ facture, va })
}
