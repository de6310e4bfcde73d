import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkXml, readXml } from './xml'

test.each([
  '<a/>',
  '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><a b="1" c=\'2\'>t<d/></a>\n<!-- end --><?pi x?>',
  '<a>&lt;&amp;&#233;&#xE9;&quot;&apos;&gt;</a>',
  '<a><![CDATA[<b>&x;]]></a>',
  '<x:a xmlns:x="urn:x" x:b="1"><x:c/></x:a>',
  '<!DOCTYPE a [<!ENTITY e "v"><!ELEMENT a (#PCDATA)>]><a>&e;</a>',
  '<!DOCTYPE a SYSTEM "http://nowhere/a.dtd"><a/>',
  '<é>à</é>',
])('well-formed: %s', (text) => {
  expect(checkXml(text)).toBe(true)
})

test.each([
  ['nothing', ''],
  ['no root', '<?xml version="1.0"?><!-- c -->'],
  ['text only', 'abc'],
  ['unclosed', '<a><b></b>'],
  ['crossed tags', '<a><b></a></b>'],
  ['another letter case', '<a></A>'],
  ['two roots', '<a/><b/>'],
  ['text after the root', '<a/>b'],
  ['cut short in a tag', '<a><b c="'],
  ['a bare ampersand', '<a>b & c</a>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['a character that may not be', '<a>&#0;</a>'],
  ['a control character', '<a>\u0001</a>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an attribute without quotes', '<a b=1/>'],
  ['< in an attribute', '<a b="<"/>'],
  ['a prefix nobody declared', '<x:a/>'],
  ['a comment without end', '<a><!-- b</a>'],
  ['-- in a comment', '<a><!-- b -- c --></a>'],
  ['a CDATA without end', '<a><![CDATA[b</a>'],
  [']]> in text', '<a>]]></a>'],
  ['a declaration that is not first', ' <?xml version="1.0"?><a/>'],
  ['a DOCTYPE without end', '<!DOCTYPE a [<!ENTITY e "v"><a/>'],
  ['a second DOCTYPE', '<!DOCTYPE a><!DOCTYPE a><a/>'],
])('malformed: %s', (_name, text) => {
  expect(checkXml(text)).toBe(false)
})

test('an entity bomb is neither expanded nor read', () => {
  const levels = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
  const bomb = `<!DOCTYPE a [<!ENTITY e0 "x">${levels}]><a>&e30;</a>`
  expect([checkXml(bomb), readXml(bomb)]).toEqual([true, null])
})

test('an entity that names a file is not read', () => {
  expect(readXml('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')).toBeNull()
})

test('nesting without end is refused, a long text is not', () => {
  expect([checkXml('<a>'.repeat(100_000)), checkXml(`<a>${'b '.repeat(1_000_000)}</a>`)]).toEqual([false, true])
})

test('names lose their prefix and gain their namespace', () => {
  const root = readXml('<x:a xmlns:x="urn:x" xmlns="urn:d" x:k="1"><b>t<c xmlns=""/>u</b></x:a>')
  expect(root).toMatchObject({
    nom: 'a',
    espace: 'urn:x',
    enfants: [{ nom: 'b', espace: 'urn:d', texte: 'tu', enfants: [{ nom: 'c', espace: '' }] }],
  })
  expect(root?.attributs.get('k')).toBe('1')
})

test('any text comes back from an element that holds it', () => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '<', '&', '>', ']', '"', '😀', ' ') }), (text) => {
      expect(readXml(`<a>${escape(text)}</a>`)?.texte).toBe(text)
    }),
  )
})
