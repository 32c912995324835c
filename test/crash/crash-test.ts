import { parseArgs } from 'node:util'
import { z } from 'zod'
import { crashTest } from './rounds.ts'

const usage = `npm run test:crash -- [--rounds N] [--seconds N] [--fault late-commits|forgotten-key]

Kills the application, its database, and both, in turn, while contacts are being written, and checks after
each time that nothing acknowledged is lost. --seconds is how long each round writes before the kill.
--fault plants a mistake, to see that the test finds it.`

const options = z.object({
  rounds: z.coerce.number().int().min(1).max(200).default(20),
  seconds: z.coerce.number().min(0.2).max(60).default(2),
  fault: z.enum(['late-commits', 'forgotten-key']).nullable().default(null),
})

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    fault: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help === true) console.log(usage)
else {
  const { passed, failed } = await crashTest(options.parse(values))
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}
