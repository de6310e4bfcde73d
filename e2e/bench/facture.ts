import { zlibSync } from 'fflate'

/** An invoice with a text of its own, as billing software writes it; `poids` more bytes are in it as a picture would be. */
export function facturePdf(rank: number, poids = 0): Buffer {
  const numero = String(rank).padStart(6, '0')
  const lines = [
    'FACTURE',
    `Facture F-${numero}`,
    'Date de facture : 15/03/2023',
    `Dossier ASP : FINBIO${numero}`,
    'SIRET : 999 001 019 00010',
    ...Array.from({ length: 40 }, (_, line) => `Prestation Segur, ligne ${line} du dossier ${numero}`),
    'Total HT 10 000,00 EUR',
    'TVA 20 % 2 000,00 EUR',
    'Total TTC 12 000,00 EUR',
  ]
  return pdfOf(lines, poids)
}

/** An attestation that is told from its title and its signature. */
export function attestationPdf(rank: number, poids = 0): Buffer {
  const numero = String(rank).padStart(6, '0')
  const lines = [
    "ATTESTATION DE VERIFICATION D'APTITUDE",
    `Dossier ASP : FINBIO${numero}`,
    'Nous attestons avoir prononce la verification d aptitude du logiciel.',
    'Fait a Lyon, signature :',
  ]
  return pdfOf(lines, poids)
}

function pdfOf(lines: readonly string[], poids: number): Buffer {
  const drawing = lines.map((line, index) => `BT /F 9 Tf 50 ${800 - index * 15} Td (${line}) Tj ET`).join('\n')
  const stream = Buffer.from(zlibSync(Buffer.from(drawing, 'latin1')))
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream.toString('latin1')}\nendstream`,
    ...(poids > 0 ? [`<< /Length ${poids} >>\nstream\n${noise(poids)}\nendstream`] : []),
  ]
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Letters without an order, the same each time. */
function noise(length: number): string {
  const bytes = Buffer.alloc(length)
  let seed = length
  for (let at = 0; at < length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = 97 + ((seed >> 16) % 26)
  }
  return bytes.toString('latin1')
}
