import { Dialog } from '../../ui/Dialog'

/** What a new user asks first. */
export function Aide({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} title="Aide" onClose={onClose}>
      <p>
        Cet outil prépare les deux fichiers qu’attend le portail de l’ASP pour une demande de solde BIO-SGL : un JSON et
        un zip de pièces justificatives. Il contrôle ce que vous saisissez d’après le guide technique de l’ASP
        (10/11/2023) ; le signe § y renvoie.
      </p>
      <p>
        <strong>Erreur (✕)</strong> : le portail refuserait le fichier ou la demande ; le téléchargement attend sa
        correction. <strong>Alerte (▲)</strong> : c’est possible mais inhabituel ; regardez, puis cochez « Vérifié » à
        l’étape Contrôle.
      </p>
      <p>
        Au clavier : Tab passe d’un champ à l’autre, Espace choisit une réponse, Entrée ajoute un FINESS ou un
        identifiant à sa liste. Une colonne de tableur se colle d’un coup dans « FINESS géographiques ».
      </p>
      <p>
        Rien ne quitte votre ordinateur : la page n’envoie ni vos saisies ni vos fichiers, et ne charge rien d’ailleurs.
        Les fichiers sont écrits dans vos téléchargements ; c’est vous qui les déposez sur le portail.
      </p>
    </Dialog>
  )
}
