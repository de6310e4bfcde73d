import { deflateRawSync, crc32 } from 'node:zlib'
import { zipSync } from 'fflate'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { bornesZip, messagesEntree, messagesZip, openZip, type ZipOuvert } from './openZip'

/** One entry, honest unless told to lie. */
interface Raw {
  /** As bytes: without a word on their encoding. */
  name: string | Uint8Array
  bytes?: Uint8Array
  deflate?: boolean
  method?: number
  flags?: number
  /** Unpacked size to be claimed. */
  claimed?: number
  crc?: number
  attributes?: number
}

/** A zip written byte by byte, so that it may say anything. */
function rawZip(raws: readonly Raw[], count = raws.length): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const raw of raws) {
    const bytes = raw.bytes ?? new Uint8Array()
    const packed = raw.deflate ? deflateRawSync(bytes) : Buffer.from(bytes)
    const name = typeof raw.name === 'string' ? Buffer.from(raw.name, 'utf8') : Buffer.from(raw.name)
    const utf8 = typeof raw.name === 'string' ? 0x800 : 0
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((raw.flags ?? 0) | utf8, 2)
    common.writeUInt16LE(raw.method ?? (raw.deflate ? 8 : 0), 4)
    common.writeUInt32LE((raw.crc ?? crc32(bytes)) >>> 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.claimed ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(raw.attributes ?? 0, 6)
    rest.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([20, raw.attributes === undefined ? 0 : 3])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), madeBy, common, rest, name]))
    bodies.push(Buffer.from('PK\u0003\u0004'), common, name, packed)
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...bodies, ...directory, end]))
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const open = (bytes: Uint8Array<ArrayBuffer>) => openZip(new Blob([bytes]))
const openRaw = (...raws: Raw[]) => open(rawZip(raws))

function opened(zip: ZipOuvert) {
  if (!zip.ok) throw new Error(zip.raison)
  return zip
}
const texts = async (zip: ZipOuvert) =>
  Promise.all(opened(zip).fichiers.map(async ({ nom, blob }) => [nom, await blob.text()]))

const pdf = bytesOf('%PDF-1.7')

describe('reads', () => {
  test('[format §5] stored and deflated entries, JSON apart as text', async () => {
    const zip = await openRaw(
      { name: 'a.pdf', bytes: pdf },
      { name: 'b.xml', bytes: bytesOf('<a/>'.repeat(500)), deflate: true },
      { name: 'JSON-1234567890-20230320-001.JSON', bytes: bytesOf('\ufeff{"é": 1}') },
    )
    expect(await texts(zip)).toEqual([
      ['a.pdf', '%PDF-1.7'],
      ['b.xml', '<a/>'.repeat(500)],
    ])
    expect(opened(zip)).toMatchObject({
      jsons: [{ nom: 'JSON-1234567890-20230320-001.JSON', texte: '{"é": 1}', encodage: 'UTF-8' }],
      remarques: [],
      ecartes: [],
    })
  })

  test('[format §5] what other programs write', async () => {
    const byFflate = zipSync({ 'a.pdf': pdf, dossier: { 'b.pdf': pdf } })
    expect(await texts(await open(Uint8Array.from(byFflate)))).toEqual([
      ['a.pdf', '%PDF-1.7'],
      ['b.pdf', '%PDF-1.7'],
    ])
    const jszip = new JSZip()
    jszip.file('sous/dossier/c.pdf', pdf)
    const streamed = await jszip.generateAsync({ type: 'uint8array', streamFiles: true, compression: 'DEFLATE' })
    expect(await texts(await open(Uint8Array.from(streamed)))).toEqual([['c.pdf', '%PDF-1.7']])
  })

  test('[format §5] an empty file and bytes before the zip', async () => {
    expect(await texts(await openRaw({ name: 'vide.pdf' }))).toEqual([['vide.pdf', '']])
    const prefixed = Uint8Array.from([...bytesOf('#!/bin/sh\n'), ...rawZip([{ name: 'a.pdf', bytes: pdf }])])
    expect(await texts(await open(prefixed))).toEqual([['a.pdf', '%PDF-1.7']])
  })
})

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['/absolu/a.pdf', 'a.pdf'],
    ['C:\\Users\\a.pdf', 'a.pdf'],
    ['..\\a.pdf', 'a.pdf'],
    ['un/deux/a.pdf', 'a.pdf'],
  ])('[format §5] %s is only %s, and it is told', async (name, nom) => {
    const zip = opened(await openRaw({ name, bytes: pdf }))
    expect(zip.fichiers.map((fichier) => fichier.nom)).toEqual([nom])
    expect(zip.remarques.join()).toContain('dossier')
  })

  test('[format §5] signs that are not shown, or turn the reading order, are dropped', async () => {
    const zip = opened(await openRaw({ name: 'fac\u202efdp.exe\u0007', bytes: pdf }))
    expect(zip.fichiers[0]?.nom).toBe('facfdp.exe')
    expect(zip.remarques).toEqual([expect.stringContaining('signes qui ne se voient pas')])
  })

  test('[format §5] letters that a Mac left apart are composed, so that two of one name are told', async () => {
    const zip = opened(
      await openRaw(
        { name: 'e\u0301te\u0301.pdf', bytes: pdf },
        { name: '\u00e9t\u00e9.pdf', bytes: bytesOf('%PDF-2') },
      ),
    )
    expect(zip.fichiers.map(({ nom }) => nom)).toEqual(['été.pdf', 'été.pdf'])
    expect(zip.remarques).toEqual([expect.stringContaining('plusieurs fois')])
  })

  test.each(['~$cture.docx', 'd/.~lock.facture.odt#', '..', 'd/.'])('[format §5] %s is no document', async (name) => {
    const zip = opened(await openRaw({ name, bytes: pdf }, { name: 'a.pdf', bytes: pdf }))
    expect(zip.fichiers.map(({ nom }) => nom)).toEqual(['a.pdf'])
    expect(zip.remarques).toEqual([])
  })

  test('[format §5] folders and what systems add are ignored', async () => {
    const zip = opened(
      await openRaw(
        { name: 'dossier/' },
        { name: '__MACOSX/._a.pdf', bytes: pdf },
        { name: 'dossier/.DS_Store', bytes: pdf },
        { name: 'Thumbs.db', bytes: pdf },
        { name: 'a.pdf', bytes: pdf },
      ),
    )
    expect(zip.fichiers.map(({ nom }) => nom)).toEqual(['a.pdf'])
    expect(zip.ecartes).toEqual([])
  })

  test('[format §5] two equal names, letter case and folders aside, are both kept and told', async () => {
    const zip = opened(await openRaw({ name: 'a.pdf', bytes: pdf }, { name: 'a.pdf' }, { name: 'x/A.PDF', bytes: pdf }))
    expect(zip.fichiers).toHaveLength(3)
    expect(zip.remarques.filter((remarque) => remarque.includes('plusieurs fois'))).toHaveLength(2)
  })
})

const ecartes = async (raw: Raw) => opened(await openRaw({ name: 'sain.pdf', bytes: pdf }, raw)).ecartes

describe('leaves aside', () => {
  const zeros = (size: number) => new Uint8Array(size)
  test.each<[string, Partial<Raw>, string]>([
    ['an encrypted entry', { bytes: pdf, flags: 1 }, 'chiffre'],
    ['a wrong checksum', { bytes: pdf, crc: 1 }, 'abime'],
    ['a wrong checksum of deflated bytes', { bytes: pdf, deflate: true, crc: 1 }, 'abime'],
    ['bytes that are not deflated', { bytes: bytesOf('rien de compressé'), method: 8 }, 'abime'],
    ['a way of packing that browsers lack', { bytes: pdf, method: 14 }, 'compression'],
    ['a symbolic link', { bytes: bytesOf('/etc/passwd'), attributes: (0o120777 << 16) >>> 0 }, 'lien'],
    ['a size over the limit', { bytes: zeros(bornesZip.entree + 1), deflate: true }, 'tropGrand'],
    ['a bomb that claims to be small', { bytes: zeros(bornesZip.entree + 1), deflate: true, claimed: 10 }, 'abime'],
    ['a claim of more than there is', { bytes: pdf, deflate: true, claimed: 1000 }, 'abime'],
    ['a stored size that lies', { bytes: pdf, claimed: 1000 }, 'abime'],
  ])('[format §5] %s, and keeps the rest', async (_, raw, raison) => {
    expect(await ecartes({ name: 'x.pdf', ...raw })).toEqual([{ nom: 'x.pdf', raison }])
  })

  test('[format §5] reads an entry just as large as allowed', async () => {
    const zip = opened(await openRaw({ name: 'x.pdf', bytes: zeros(bornesZip.entree), deflate: true }))
    expect(zip.fichiers[0]?.blob.size).toBe(bornesZip.entree)
  })

  test('[format §5] entries that share their bytes are read once', async () => {
    const one = rawZip([{ name: 'a.pdf', bytes: pdf }])
    const view = Buffer.from(one)
    const at = view.indexOf('PK\u0001\u0002')
    const record = view.subarray(at, view.length - 22)
    const end = Buffer.from(view.subarray(view.length - 22))
    end.writeUInt16LE(2, 8)
    end.writeUInt16LE(2, 10)
    end.writeUInt32LE(record.length * 2, 12)
    const zip = opened(await open(Uint8Array.from(Buffer.concat([view.subarray(0, at), record, record, end]))))
    expect(zip.fichiers).toHaveLength(1)
    expect(zip.ecartes).toEqual([{ nom: 'a.pdf', raison: 'abime' }])
  })
})

describe('refuses', () => {
  const whole = rawZip([{ name: 'a.pdf', bytes: pdf }])
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['no zip', bytesOf('%PDF-1.7 and so on, long enough to be one'), 'pasUnZip'],
    ['nothing', new Uint8Array(), 'vide'],
    ['a cut zip', whole.slice(0, -30), 'abime'],
    ['a directory of rubbish', Uint8Array.from(Buffer.from(whole).fill(0xff, 38, 80)), 'abime'],
    ['an empty zip', rawZip([]), 'vide'],
    ['folders alone', rawZip([{ name: 'dossier/' }]), 'vide'],
    ['encrypted entries alone', rawZip([{ name: 'a.pdf', bytes: pdf, flags: 1 }]), 'chiffre'],
    [
      'too many entries',
      rawZip(Array.from({ length: bornesZip.entrees + 1 }, (_, i) => ({ name: `${i}.pdf` }))),
      'tropDEntrees',
    ],
    [
      'too many bytes by its directory',
      rawZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}.pdf`, claimed: bornesZip.entree }))),
      'tropGrand',
    ],
  ])('[format §5] %s', async (_, bytes, raison) => {
    expect(await open(bytes)).toEqual({ ok: false, raison })
  })

  test('[format §5] a directory that claims more entries than it has', async () => {
    expect(await open(rawZip([{ name: 'a.pdf', bytes: pdf }], 60_000))).toEqual({ ok: false, raison: 'abime' })
  })

  test('[format §5] any bytes, and any zip with one byte changed, without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
        expect((await open(Uint8Array.from(bytes))).ok).toBe(false)
      }),
    )
    const zip = rawZip([
      { name: 'a.pdf', bytes: pdf },
      { name: 'b.pdf', bytes: bytesOf('b'.repeat(300)), deflate: true },
    ])
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const changed = zip.slice()
        changed[at] = byte
        expect(typeof (await open(changed)).ok).toBe('boolean')
      }),
    )
  })

  test('[format §5] an abort, before and during, rejects with its reason', async () => {
    const blob = new Blob([rawZip(Array.from({ length: 50 }, (_, i) => ({ name: `${i}.pdf`, bytes: pdf })))])
    await expect(openZip(blob, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    const controller = new AbortController()
    const running = openZip(blob, { signal: controller.signal })
    controller.abort()
    await expect(running).rejects.toThrow(/abort/i)
  })
})

test('[format §7] every reason has a sentence that says what to do', () => {
  for (const message of Object.values(messagesZip))
    for (const line of Object.values(message)) expect(line).toMatch(/^.+\.$/)
  for (const message of Object.values(messagesEntree)) expect(message).not.toBe('')
})

test('[format §3 zip] names of a zip made on Windows, in code page 850 and without a flag, are read right', async () => {
  const name = Uint8Array.of(...bytesOf('Envoi/PROC'), 0xd4, ...bytesOf('S-VERBAL n'), 0xf8, ...bytesOf('2.jpg'))
  const { fichiers, remarques } = opened(await openRaw({ name, bytes: bytesOf('x') }))
  expect(fichiers.map(({ nom }) => nom)).toEqual(['PROCÈS-VERBAL n°2.jpg'])
  expect(remarques.join()).toContain('« PROCÈS-VERBAL n°2.jpg » était rangé dans un dossier')
})
