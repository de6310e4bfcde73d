import { expect, test, vi } from 'vitest'
import { lazily } from './lazily'

test('[lazily] a part is made at its first use, once, however many ask at once', async () => {
  const make = vi.fn(() => Promise.resolve({}))
  const part = lazily(make)
  expect(make).not.toHaveBeenCalled()
  const [one, other] = await Promise.all([part(), part()])
  expect(one).toBe(other)
  expect(await part()).toBe(one)
  expect(make).toHaveBeenCalledTimes(1)
})

test('[lazily] a lazy part that fails to load (network cut) fails for who asked, and is tried again at the next use', async () => {
  const make = vi.fn(() => Promise.resolve('part'))
  make.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const part = lazily(make)
  await expect(part()).rejects.toThrow('Failed to fetch')
  expect(await part()).toBe('part')
  expect(make).toHaveBeenCalledTimes(2)
})
