import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createQueue } from './queue'
import { settled } from './examplePorts'

test('[queue] the next begins when the one before has ended', async () => {
  const queue = createQueue()
  const told: string[] = []
  let finish = () => undefined as void
  const first = queue.run(async () => {
    told.push('first begins')
    await new Promise<void>((resolve) => (finish = resolve))
    told.push('first ends')
    return 1
  })
  const second = queue.run(() => {
    told.push('second')
    return Promise.resolve(2)
  })
  await settled()
  expect(told).toEqual(['first begins'])
  finish()
  expect(await Promise.all([first, second])).toEqual([1, 2])
  expect(told).toEqual(['first begins', 'first ends', 'second'])
})

test('[queue] a failure is its caller’s to hear of; what waits behind goes on', async () => {
  const queue = createQueue()
  const failed = queue.run(() => Promise.reject(new Error('ours')))
  const next = queue.run(() => Promise.resolve('next'))
  await expect(failed).rejects.toThrow('ours')
  expect(await next).toBe('next')
})

test('[queue] whatever each takes, they never overlap and keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ turns: fc.nat(3), fails: fc.boolean() }), { maxLength: 8 }),
      async (works) => {
        const queue = createQueue()
        const ended: number[] = []
        let running = 0
        const all = works.map(({ turns, fails }, rank) =>
          queue.run(async () => {
            running += 1
            expect(running).toBe(1)
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
            running -= 1
            ended.push(rank)
            if (fails) throw new Error('ours')
          }),
        )
        await Promise.allSettled(all)
        expect(ended).toEqual(works.map((_, rank) => rank))
      },
    ),
  )
})
