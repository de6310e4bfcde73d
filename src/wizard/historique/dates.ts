const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short' })

const show = (format: Intl.DateTimeFormat, iso: string) => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '—' : format.format(date)
}

/** ISO → `23/11/2026 10:42`, by this computer's clock. */
export const showInstant = (iso: string) => show(instant, iso)
/** ISO → `23/11/2026`. */
export const showDay = (iso: string) => show(day, iso)
