import * as z from 'zod'

// zod otherwise probes `new Function`, which the page's Content-Security-Policy reports as a violation.
z.config({ jitless: true })

export { z }
