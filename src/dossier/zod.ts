import { config } from 'zod/mini'

// zod otherwise probes `new Function`, which the page's Content-Security-Policy reports as a violation.
config({ jitless: true })

// By name and in its small form: the whole would weigh as much again on the first load.
export {
  array,
  boolean,
  custom,
  enum as enumeration,
  nullable,
  number,
  object,
  pick,
  string,
  superRefine,
} from 'zod/mini'
export type { core } from 'zod/mini'
