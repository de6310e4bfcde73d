/** A JSON Schema of the 2020-12 edition, or a part of one: plain data, to be printed. */
export interface Schema {
  readonly [keyword: string]: unknown
}

/** The keywords that several parts need, with their arguments in the order one says them. */
export const texte = (constraints: Schema): Schema => ({ type: 'string', ...constraints })
export const liste = (items: Schema, constraints: Schema): Schema => ({ type: 'array', ...constraints, items })
export const rien: Schema = { type: 'null' }
export const constante = (value: string): Schema => ({ const: value })

/** When the tag `name` is `value`, its neighbours must also be as `then` says, else as `otherwise` says. */
export const quand = (name: string, value: unknown, then: Schema, otherwise?: Schema): Schema => ({
  if: { properties: { [name]: { const: value } }, required: [name] },
  then: { properties: then },
  ...(otherwise && { else: { properties: otherwise } }),
})
