import { read, type CFB$Container } from 'cfb'
import type { FichierTrouve } from './deplier'

// Properties of an attachment, as streams named by number and type (MS-OXMSG §2.2.2, MS-OXCMSG §2.2.2).
const data = '37010102'
const names = ['3707001F', '3707001E', '3704001F', '3704001E']
const contentIds = ['3712001F', '3712001E']

/** Files attached to one of Outlook's mails (MS-OXMSG); null when it is another kind of compound file, Word's for instance. */
export function readOutlook(bytes: Uint8Array): FichierTrouve[] | null {
  const container = read(bytes, { type: 'buffer' })
  if (!container.FullPaths.some((path) => /\/__properties_version1\.0$/.test(path))) return null
  return [...groupStreams(container).values()].flatMap((streams) => {
    const octets = streams.get(data)
    if (!octets) return []
    const nom = names.map((name) => readText(streams, name)).find(Boolean) ?? null
    const isPicture = /\.(?:png|jpe?g|gif|bmp)$/i.test(nom ?? '')
    return [{ nom, octets, decor: isPicture && contentIds.some((name) => streams.has(name)) }]
  })
}

/** Streams of each attachment of the mail itself; those of a mail attached to it are that one's. */
function groupStreams({ FullPaths, FileIndex }: CFB$Container): Map<string, Map<string, Uint8Array>> {
  const groups = new Map<string, Map<string, Uint8Array>>()
  FullPaths.forEach((path, index) => {
    const [, group, name] = /^[^/]*\/(__attach_version1\.0_#[0-9A-F]+)\/__substg1\.0_([0-9A-F]{8})$/i.exec(path) ?? []
    const content = FileIndex[index]?.content
    if (group === undefined || name === undefined || !content) return
    const streams = groups.get(group) ?? new Map<string, Uint8Array>()
    groups.set(group, streams.set(name.toUpperCase(), Uint8Array.from(content)))
  })
  return groups
}

const readText = (streams: ReadonlyMap<string, Uint8Array>, name: string) =>
  new TextDecoder(name.endsWith('F') ? 'utf-16le' : 'windows-1252').decode(streams.get(name)).replace(/\0+$/, '')
