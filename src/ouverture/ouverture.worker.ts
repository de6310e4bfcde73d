import { serve } from '../worker/serve'
import { ouvertureAbilities } from './abilities'

serve(ouvertureAbilities)
