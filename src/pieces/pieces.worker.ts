import { serve } from '../worker/serve'
import { piecesAbilities } from './abilities'

serve(piecesAbilities)
