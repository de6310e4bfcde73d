/** The last part of an entry's name: no folder, no `../`, no drive, no sign that is not shown. */
export const baseName = (name: string): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, '')
  return shown.split(/[\\/]/).at(-1) ?? shown
}

/** Whether the entry is what macOS and Windows add to a zip by themselves. */
export function isSystemFile(name: string): boolean {
  const nom = baseName(name).toLowerCase()
  return (
    nom === '' ||
    nom === '.ds_store' ||
    nom === 'thumbs.db' ||
    nom === 'desktop.ini' ||
    nom.startsWith('._') ||
    /(?:^|[\\/])__macosx[\\/]/i.test(name)
  )
}
