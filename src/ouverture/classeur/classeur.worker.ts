import { serve } from '../../worker/serve'
import { classeurAbilities } from './abilities'

serve(classeurAbilities)
