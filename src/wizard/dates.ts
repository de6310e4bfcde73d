/** Shows times by this computer's clock. A format takes some 5 ms to make: it is made when it is first needed. */
function shown(options: Intl.DateTimeFormatOptions) {
  let format: Intl.DateTimeFormat | null = null
  return (iso: string) => {
    const date = new Date(iso)
    format ??= new Intl.DateTimeFormat('fr-FR', options)
    return Number.isNaN(date.getTime()) ? '—' : format.format(date)
  }
}

/** ISO → `23/11/2026 10:42`. */
export const showInstant = shown({ dateStyle: 'short', timeStyle: 'short' })
/** ISO → `23/11/2026`. */
export const showDay = shown({ dateStyle: 'short' })
/** ISO → `23/11 10:42`. */
export const showInstantOfYear = shown({ day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' })
/** ISO → `10:42`. */
export const showHour = shown({ hour: '2-digit', minute: '2-digit' })
