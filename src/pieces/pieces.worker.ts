import { borrowOwnFiles } from '../octets/ownFiles'
import { serve } from '../worker/serve'
import { piecesAbilities } from './abilities'

borrowOwnFiles()
serve(piecesAbilities)
