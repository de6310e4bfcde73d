import { utils, write } from 'cfb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deplier, type Contenant } from './deplier'

const utf8 = (text: string) => new TextEncoder().encode(text)
const pdf = utf8('%PDF-1.4 a document')
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)

async function unfold(contenant: Contenant, bytes: Uint8Array, nom = 'contenant') {
  const found = await deplier({ octets: new Blob([bytes.slice()]), nom, contenant })
  return found && Promise.all(found.map(async (one) => [one.nom, new Uint8Array(await one.octets.arrayBuffer())]))
}

const part = (headers: string[], bytes: Uint8Array) =>
  [...headers, 'Content-Transfer-Encoding: base64', '', Buffer.from(bytes).toString('base64')].join('\r\n')
const mail = (...parts: string[]) => mailOf('x', parts)
const mailOf = (boundary: string, parts: string[]) =>
  utf8(
    ['From: a@b.example', 'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`, '', ''].join(
      '\r\n',
    ) +
      parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('') +
      `--${boundary}--\r\n`,
  )
const attached = (nom: string, bytes: Uint8Array, type = 'application/pdf') =>
  part([`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${nom}"`], bytes)
const logo = part(['Content-Type: image/png; name="logo.png"', 'Content-Disposition: inline'], png)

test('a mail: the files attached to it, not its text, not the logos of its text', async () => {
  const text = part(['Content-Type: text/plain'], utf8('Bonjour'))
  expect(await unfold('courriel', mail(text, logo, attached('facture.pdf', pdf)))).toEqual([['facture.pdf', pdf]])
})

test('a mail: a picture of its text when nothing else is there', async () => {
  expect(await unfold('courriel', mail(logo))).toEqual([['logo.png', png]])
})

test('a mail: accents of a name as mails write them (RFC 2231, RFC 2047)', async () => {
  const rfc2231 = part(
    ['Content-Type: application/pdf', "Content-Disposition: attachment; filename*=UTF-8''pi%C3%A8ce.pdf"],
    pdf,
  )
  const rfc2047 = part(
    ['Content-Type: application/pdf; name="=?iso-8859-1?Q?re=E7u=2Epdf?="', 'Content-Disposition: attachment'],
    pdf,
  )
  expect(await unfold('courriel', mail(rfc2231, rfc2047))).toEqual([
    ['pièce.pdf', pdf],
    ['reçu.pdf', pdf],
  ])
})

test('a mail: what cannot be a pièce is not offered, and a name is never a path', async () => {
  const agenda = attached('rendez-vous.ics', utf8('BEGIN:VCALENDAR'), 'text/calendar')
  const path = attached('../../a/facture.pdf', pdf)
  expect(await unfold('courriel', mail(agenda, path))).toEqual([['facture.pdf', pdf]])
  expect(await unfold('courriel', mail(agenda))).toEqual([])
})

test('a mail attached to a mail is a file of it', async () => {
  const inner = mailOf('y', [attached('facture.pdf', pdf)])
  const found = await unfold('courriel', mail(`Content-Type: message/rfc822\r\n\r\n${new TextDecoder().decode(inner)}`))
  expect(found).toHaveLength(1)
  expect(await unfold('courriel', (found?.[0]?.[1] ?? new Uint8Array()) as Uint8Array)).toEqual([['facture.pdf', pdf]])
})

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

/** One of Outlook's mails, streams by their names. */
function outlook(streams: Record<string, Uint8Array>): Uint8Array {
  const container = utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) utils.cfb_add(container, name, bytes)
  return Uint8Array.from(write(container, { type: 'buffer' }) as Uint8Array)
}

test('one of Outlook’s mails: its attachments, not the logos of its text, not those of a mail attached to it', async () => {
  const nested = '/__attach_version1.0_#00000002/__substg1.0_3701000D/__attach_version1.0_#00000000'
  const bytes = outlook({
    '/__properties_version1.0': new Uint8Array(32),
    '/__attach_version1.0_#00000000/__substg1.0_37010102': pdf,
    '/__attach_version1.0_#00000000/__substg1.0_3707001F': utf16('pièce jointe n°1.pdf'),
    '/__attach_version1.0_#00000001/__substg1.0_37010102': png,
    '/__attach_version1.0_#00000001/__substg1.0_3707001F': utf16('image001.png'),
    '/__attach_version1.0_#00000001/__substg1.0_3712001F': utf16('image001@x'),
    [`${nested}/__substg1.0_37010102`]: pdf,
  })
  expect(await unfold('outlook', bytes)).toEqual([['pièce jointe n°1.pdf', pdf]])
})

test('a compound file that is no mail has none', async () => {
  expect(await unfold('outlook', outlook({ '/WordDocument': pdf }))).toBeNull()
})

/** One value of DER, or in BER’s form of indefinite length. */
const der = (tag: number, ...parts: Uint8Array[]) => {
  const contents = Buffer.concat(parts)
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(tag, 0x84),
      Buffer.from([contents.length >> 24, contents.length >> 16, contents.length >> 8, contents.length]),
      contents,
    ]),
  )
}
const ber = (tag: number, ...parts: Uint8Array[]) =>
  new Uint8Array(Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]))
const oid = (last: number) => der(0x06, Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last))
const signed = (make: typeof der, document: Uint8Array | null) =>
  make(
    0x30,
    oid(2),
    make(
      0xa0,
      make(
        0x30,
        der(0x02, Uint8Array.of(1)),
        make(0x31),
        make(0x30, oid(1), ...(document ? [make(0xa0, document)] : [])),
        make(0x31),
      ),
    ),
  )
const inParts = (bytes: Uint8Array, length: number) =>
  ber(
    0x24,
    ...Array.from({ length: Math.ceil(bytes.length / length) }, (_, rank) =>
      der(0x04, bytes.subarray(rank * length, (rank + 1) * length)),
    ),
  )

test('a signed envelope: the document, under its name without .p7m, in one piece or in many, in any form of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 64 }), async (rest, length) => {
      const document = new Uint8Array(Buffer.concat([pdf, rest]))
      for (const bytes of [signed(der, der(0x04, document)), signed(ber, inParts(document, length))]) {
        expect(await unfold('enveloppe', bytes, 'facture.pdf.p7m')).toEqual([['facture.pdf', document]])
        const base64 = Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')
        const pem = utf8(`-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`)
        expect(await unfold('enveloppe', pem, 'facture.pdf.P7M')).toEqual([['facture.pdf', document]])
      }
    }),
    { numRuns: 30 },
  )
})

test('a signature alone holds nothing', async () => {
  expect(await unfold('enveloppe', signed(der, null))).toBeNull()
})

test('any bytes are a file without anything inside, or a list: never an exception, never without end', async () => {
  const kinds = fc.constantFrom<Contenant>('courriel', 'outlook', 'enveloppe')
  const start = fc.constantFrom([], [0x30, 0x80], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  await fc.assert(
    fc.asyncProperty(kinds, start, fc.uint8Array({ maxLength: 2_000 }), async (contenant, first, rest) => {
      const found = await unfold(contenant, Uint8Array.from([...first, ...rest]))
      expect(found === null || Array.isArray(found)).toBe(true)
    }),
  )
})
