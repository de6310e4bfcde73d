/** The last part of an entry's name: no folder, no `../`, no drive, no sign that is not shown; letters composed, as Macs leave them apart. */
export const baseName = (name: string): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, '').normalize('NFC')
  return shown.split(/[\\/]/).at(-1) ?? shown
}

/** Whether the entry is what macOS, Windows and office programs leave in a folder by themselves, or no name at all. */
export function isSystemFile(name: string): boolean {
  const nom = baseName(name).toLowerCase()
  return (
    /^\.{0,2}$/.test(nom) ||
    nom === '.ds_store' ||
    nom === 'thumbs.db' ||
    nom === 'desktop.ini' ||
    nom.startsWith('._') ||
    // A document that was open when its folder was zipped.
    nom.startsWith('~$') ||
    nom.startsWith('.~lock.') ||
    /(?:^|[\\/])__macosx[\\/]/i.test(name)
  )
}
