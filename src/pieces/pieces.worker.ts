import { serve } from '../worker/serve'
import { atelier } from './atelier'

serve(atelier)
