import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']

describe('[guide §3.2 beneficiaires] two sites in each row: a name, a sign, a mark belongs to its own half', () => {
  const legends = ['† Site en attente de raccordement ; il n’est pas couvert.', '† : non recetté']
  const half = (site: string) => site.padEnd(28)
  const shapes: ((n: string, site: string, mark: string) => string)[] = [
    (n, site, mark) => half(`${n}     ${`${site} ${mark}`.trim()}`),
    (n, site, mark) => half(`${`${site} ${mark}`.trim().padEnd(12)}${n}`),
    (n, site, mark) => half(`${n}     ${site.padEnd(8)}${mark}`),
    (n, site, mark) => half(`${mark.padEnd(4)}${n}   ${site}`),
    (n, site, mark) => half(`${site.padEnd(7)}${n}   ${mark}`),
  ]
  test.each(shapes.map((shape, rank) => [rank, shape] as const))('%i', (_rank, shape) => {
    for (const legend of legends)
      for (const out of [a, b, c, d]) {
        const of = (n: string, site: string) => shape(n, site, n === out ? '†' : '')
        const text = `Sites (FINESS géographique)\n\n${of(a, 'Nord')}${of(b, 'Sud')}\n${of(c, 'Port')}${of(d, 'Gare')}\n\n${legend}`
        for (const lu of readFinessDrawn(text))
          expect(lu).toEqual({ valeurs: [a, b, c, d].filter((n) => n !== out), sure: false })
      }
  })
})
