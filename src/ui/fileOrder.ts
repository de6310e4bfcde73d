/** What a drop tells of a file: the folders that it lay in too, `/Labo/facture.pdf`; alone, it is `./facture.pdf`. */
type Dropped = Pick<File, 'name'> & { readonly path?: string }

// Made when several files first come: it takes some 15 ms.
let collator: Intl.Collator | null = null

/** Without the end of its name: `facture` stands before its copy, `facture (1)`. */
const placeOf = ({ name, path }: Dropped) => (path ?? name).replace(/^\.?\//, '').replace(/\.[^./]*$/, '')

/**
 * Files in the order of their folders and names, `2` before `10`. A system hands over those of a folder in any order,
 * and those that were chosen together with the one first that was pressed last.
 */
export function inOrder<Given extends Dropped>(files: readonly Given[]): Given[] {
  if (files.length < 2) return [...files]
  const { compare } = (collator ??= new Intl.Collator('fr', { numeric: true, sensitivity: 'base' }))
  return [...files].sort((a, b) => compare(placeOf(a), placeOf(b)))
}
