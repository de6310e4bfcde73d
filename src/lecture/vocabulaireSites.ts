import { foldText } from './lines'

/**
 * Words of plain wordings around a list of sites, without accents; their plural and feminine are meant too. No word is among
 * them that sets one site apart from another: of denying, delay, remainder, order, place in a list, or of time to come.
 */
const groupes = {
  // Small words.
  outils: `le la l les un une d de du des a au aux en dans sur sous par pour pres avec entre chez depuis selon vers apres avant
    puis des lors afin dont que qu qui quel quelle lequel laquelle lesquels lesdits desdits desquels auquel duquel et ou ainsi
    comme bien y se s ce cet cette celui ci c est sont a ont ete etait avons avez je j nous vous il elle ils elles on leur
    notre nos votre vos mon ma mes son sa ses tout toute tous toutes ensemble chaque chacun totalite meme si ni sans aupres
    via an suite issue`,
  // What sites are called, and what their names are made of.
  lieux: `site etablissement laboratoire labo lbm implantation plateau technique peri pre post analytique prelevement analyse
    biologie medicale medical medicaux bio imagerie centre clinique hopital hospitalier intercommunal cabinet groupe groupement
    reseau entite structure locaux lieu batiment bat siege antenne pole sante multisite geographique geo geogr et ej gie gcs
    international central commercial vallee cite marche musee lycee universite liberte parc institut union reuni`,
  // What lists, and the columns of them, are headed with.
  listes: `liste tableau annexe article perimetre numero num no nombre code nom libelle denomination raison sociale intitule
    designation identifiant identification identifie adresse complete postal cp ville commune localite tel telephone
    juridique finess siret siren rcs naf ape rm finbio dossier ci dessous dessus apres joint present suivant enumere liste
    designe indique mentionne cite figurant figure recapitule recapitulatif detail detaille tient sein rattache
    rattachement dependant appartenant porte portant exploite objet ref collectif simplifie rang`,
  // What is said of sites that all count.
  actes: `beneficiaire beneficie beneficiant equipe equipement concerne couvert deploye installe raccorde connecte dote pourvu
    vise verifie controle teste examine recette receptionne recu livre execute realise acheve termine effectue mene conduit
    passe parametre prononce prononcons valide validons approuve conforme favorable apte aptitude va satisfait satisfaisant
    satisfont concernent reussi operationnel fonctionnel fonctionne fonctionnement usage utilise utilisation service production mise
    mis exploitation routine effectif fait rend retenu eligible inclus compris finance deroule vaut valent concluant
    souscrit acquis repond repondu remplit ok`,
  // What a signatory does.
  declarations: `atteste attestons certifie certifions constate constatons constatent constater confirme confirmons declare
    declarons declarent reconnait reconnaissent reconnu reconnaissons avoir procede agissant vu donne donnons lieu avis
    decide accepte accepter remis autorise permet demander preparer informons prions veuillez vouloir trouver trouverez
    commence situe consequence vient`,
  // What is delivered, and how.
  prestations: `prestation logiciel solution systeme gestion sgl sil lis information informatique informatise version reference
    referencement susvise edite segur numerique vague couloir dispositif programme financement cadre titre volet fonction
    deploiement installation parametrage migration raccordement connecteur interface interoperabilite messagerie securisee
    dmp ins mssante pro citoyen connect transmission accompagnement formation utilisateur intervention assistance
    qualification verification recette reception livraison niveau jour evolution fourni fournie fourniture fournisseur
    editeur titulaire prestataire technicien exigence condition essai test epreuve controle operation scenario resultat
    positif positive succes regulier effet conformite compatibilite execution travaux envoi type cote oeuvre oeuvr grille
    projet chef depannage`,
  // What is bought and paid.
  achats: `commande marche contrat convention devis bon lot facture facturation avance solde montant ht ttc prix unitaire
    quantite euro aide subvention demande asp fonds compte decompte emission emettre emetteur remise licence abonnement
    maintenance forfait pack complementaire supplementaire module doit achat ordre delai global`,
  // Forms and messages.
  formulaires: `document imprime formulaire completer remplir retourner observation message invitation enveloppe empreinte
    destinataire relatif relative accompagne membre adherent bordereau rempli ligne verse`,
  // Who signs, when and where.
  signatures: `soussigne docteur docteure dr pr m mme mr monsieur madame biologiste coresponsable responsable directeur
    directrice general generale president presidente gerant gerante pharmacien pharmacienne medecin representant represente
    representer habilite dument qualite client cliente pouvoir adjudicateur legal partie signature signe signataire cachet
    lu valoir droit etabli delivre exemplaire original originaux date an annee mois periode attestation certificat proces
    verbal pv rapport compte rendu decision declaration admission reunion tenu synthese page secretariat direction
    organisation comptable reunis`,
  // Days.
  jours: `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fev fevr avr juil sept oct
    nov dec lundi mardi mercredi jeudi vendredi`,
  // Forms of companies and what letterheads say, streets.
  adresses: `selarl selas selafa selca selurl sarl sas sasu sa sci scp scm scop snc scic eurl societe association federation
    prive conseil mutualiste mutualite mutualisation capital immatricule rue avenue av boulevard bd bld place pl chemin impasse allee quai
    route cours square faubourg passage montee zone za zi zac bis ter cedex bp cs saint sainte st ste france francais email
    courriel mail fictif fictive imaginaire bourg sud nord est ouest activite accreditation cofrac examen ingenierie portail
    dematerialisation cher chere`,
  // What the law and the money's keepers want of it.
  lois: `conservation conserver piece justificative justificatif preuve agence services paiement conformement application art
    arrete decret public ministere dgos reglement instruction exactitude honneur sincere disposition prevues cahier charges
    referentiel clause`,
  // The same in English, where documents are printed twice.
  langues: `beneficiary site sites for the laboratory of and covered equipped list number lab laboratories name address city
    french branch`,
  // Numbers written out: they are counted apart.
  nombres: `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt`,
} as const

/** Singular and masculine, about. */
const radical = (mot: string) =>
  mot
    .replace(/(?<=.{3})[sx]$/, '')
    .replace(/ee$/, 'e')
    .replace(/(?<=.{4})e$/, '')

const radicauxOf = (liste: string) => liste.trim().split(/\s+/).map(radical)
const connus: ReadonlySet<string> = new Set(Object.values(groupes).flatMap(radicauxOf))
const actes: ReadonlySet<string> = new Set(radicauxOf(groupes.actes))

/** Whether a word, in any letters, is one of plain wordings. */
export const isConnu = (mot: string): boolean => connus.has(radical(foldText(mot)))

/** Whether a word says what was done at a site. */
export const isActe = (mot: string): boolean => actes.has(radical(foldText(mot)))
