import { bandsOf, type Bloc } from './feuille'
import type { Chance } from './chance'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const cells = (texts: readonly string[], tag: 'th' | 'td', from = Infinity) =>
  texts.map((text, rank) => `<${tag}${rank >= from ? ' class=n' : ''}>${escape(text)}</${tag}>`).join('')
const rows = (list: readonly (readonly string[])[], from?: number) =>
  list.map((row) => `<tr>${cells(row, 'td', from)}</tr>`).join('')

function paires({ paires, pose }: Extract<Bloc, { kind: 'paires' }>): string {
  if (pose === 'deux-points')
    return paires.map(([libelle, valeur]) => `<div>${escape(libelle)} : ${escape(valeur)}</div>`).join('')
  if (pose === 'colonnes') return `<table class=p>${rows(paires, 1)}</table>`
  if (pose === 'dessous')
    return paires
      .map(([libelle, valeur]) => `<div class=l>${escape(libelle)}</div><div>${escape(valeur)}</div>`)
      .join('')
  if (pose === 'cases')
    return `<div class=c>${paires.map(([libelle, valeur]) => `<div><small>${escape(libelle)}</small><br>${escape(valeur)}</div>`).join('')}</div>`
  return bandsOf(paires, pose)
    .map(
      ([heads = [], values = []]) =>
        `<table class=b><tr>${cells(heads, 'th')}</tr><tr>${cells(values, 'td')}</tr></table>`,
    )
    .join('')
}

function toHtml(bloc: Bloc): string {
  if (bloc.kind === 'titre')
    return `<div style="font-size:${bloc.taille}px;font-weight:bold${bloc.droite ? ';text-align:right' : ''}">${escape(bloc.texte).replace(/ {2}/g, ' &nbsp;')}</div>`
  if (bloc.kind === 'texte')
    return `<div class="${bloc.petit ? 's' : 't'}${bloc.droite ? ' r' : ''}">${bloc.lignes.map(escape).join('<br>')}</div>`
  if (bloc.kind === 'paires') return `<div class=t>${paires(bloc)}</div>`
  if (bloc.kind === 'cote')
    return `<div class=k><div>${bloc.gauche.map(toHtml).join('')}</div><div>${bloc.droite.map(toHtml).join('')}</div></div>`
  const from = bloc.entetes.length - bloc.nombres
  return `<table class=a><thead><tr>${cells(bloc.entetes, 'th', from)}</tr></thead>${rows(bloc.rangs, from)}</table>`
}

/** A document as a page to print; fonts, rules and paddings as the chance has it. */
export function writePage(blocs: readonly Bloc[], chance: Chance): string {
  const pad = chance.int(2, 8)
  const css = `
body{font:${chance.int(10, 13)}px ${chance.one(['sans-serif', 'serif', 'monospace', 'Arial', 'Georgia'])};margin:30px}
.t{margin:10px 0}.s{font-size:8px;margin:14px 0}.r{text-align:right}.l{color:#555;font-size:9px;margin-top:4px}
table{border-collapse:collapse}td,th{padding:${pad}px ${pad + 4}px;text-align:${chance.one(['left', 'left', 'center'])};vertical-align:${chance.one(['top', 'middle'])}}
.n{text-align:right}.b,.a{width:100%;margin:8px 0}.a td,.a th{${chance.yes(0.5) ? 'border:1px solid #999' : ''}}
.p{margin-left:${chance.one(['0', 'auto'])}}.p td{padding:1px 12px 1px 0}
.k{display:flex;gap:30px;justify-content:space-between}.k>div{width:50%}
.c{display:grid;grid-template-columns:repeat(3,1fr);gap:4px}.c>div{border:1px solid #aaa;padding:4px}small{color:#666}`
  return `<!doctype html><meta charset=utf-8><style>${css}</style>${blocs.map(toHtml).join('\n')}`
}
