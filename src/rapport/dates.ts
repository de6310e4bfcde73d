const instant = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** ISO time → `20/03/2023 11:00`, by the clock of this computer; what is no time is shown as it is. */
export function showInstant(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : instant.format(date).replace(/,? /, ' ')
}
