import { serve } from '../worker/serve'
import { atelier } from './lecture'

serve(atelier)
