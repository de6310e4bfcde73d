import type { DepotLu } from '../../format/depotLu'
import type { LigneRetour } from '../../format/retour'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import type { AReprendre } from '../../travail/opening/correction'
import type { Suite } from '../../travail/opening/panel'
import { travail } from '../poste/travail'
import { goTo, writeRoute } from '../route'

async function show(messages: readonly Suite[] | null) {
  if (!messages) return
  goTo(writeRoute('controle'))
  const { tell } = await travail.opening()
  tell(messages)
}

/** Begins a new draft with demandes of a downloaded deposit, and goes to its contrôle. */
export async function reprendre(depot: DepotTelecharge, choisies: readonly AReprendre[], nom: string) {
  const { reprendreDepot } = await travail.opening()
  await show(
    await travail.patience('Reprise des demandes', (signal, onProgress) =>
      reprendreDepot(depot, choisies, nom, { signal, onProgress }),
    ),
  )
}

/** The same from the content of a return whose deposit is not on this computer. */
export async function reprendreRetour(
  depot: DepotLu,
  retours: readonly LigneRetour[],
  choisies: ReadonlySet<number>,
  nom: string,
) {
  const { corrigerRetourSeul } = await travail.opening()
  await show(await corrigerRetourSeul(depot, retours, choisies, nom))
}
