/** The style of a report's page, on screen and on paper. */
export const feuille = `
body { font: 15px/1.45 system-ui, sans-serif; color: #1c2127; background: #fff; margin: 0; }
main { max-width: 1100px; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 28px 0 8px; }
.verdict { font-size: 17px; font-weight: 600; margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid #c8ced6; }
th { background: #eef1f5; }
.objet, .detail, .motif { overflow-wrap: anywhere; }
.objet { min-width: 9em; }
.demande, .guide, .le { white-space: nowrap; }
footer { margin-top: 28px; font-size: 12px; color: #4a5460; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`
