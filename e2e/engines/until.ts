import { setTimeout } from 'node:timers/promises'

const limit = 60_000

/** Asks again and again until there is an answer that is something. `more`: said when there never was. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  more: () => string = () => '',
): Promise<NonNullable<Answer>> {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. ${more()}`)
    await setTimeout(50)
  }
}
