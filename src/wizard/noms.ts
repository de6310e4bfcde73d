/** Accessible names that are known from outside in this spelling, with a straight apostrophe; what is seen has a curly one. */
export const nomsFixes = {
  VA: "Attestation de vérification d'aptitude",
  scenario: "Scénario d'installation",
  exemple: "Charger l'exemple du guide",
} as const
