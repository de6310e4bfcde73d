import { lazy, useState, type ComponentType } from 'react'

/**
 * A component whose code is fetched with its first use, or before. Once it is here it stands at once: React puts off for
 * 300 ms what had to be waited for, however short the wait.
 */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let here: ComponentType<Props> | null = null
  const fetch = async () => (here ??= await load())
  const Late = lazy(async () => ({ default: await fetch() }))
  function Fetched(props: Props) {
    // One of both for as long as it stands: another would begin anew.
    const [Chosen] = useState(() => here ?? Late)
    return <Chosen {...props} />
  }
  return { Fetched, fetch }
}
