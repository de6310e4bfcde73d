import { serve } from '../worker/serve'
import { depotAbilities } from './abilities'

serve(depotAbilities)
