import createTesseract from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import { readOwnFile } from '../../octets/ownFiles'
import { writePgm, type Gris } from './gris'
import { readMots, type Mot } from './mots'

/** Recognises the words of one upright page; `onProgress` from 0 to 1. */
export type Recognise = (page: Gris, pointsParPouce: number, onProgress: (share: number) => void) => Mot[][]

const core = 'tesseract-core-simd-lstm.wasm'
const language = 'fra'
const lstmOnly = 1
const picture = '/input'
const silent = () => undefined

/** Starts Tesseract from the app's own files, all found in the folder `base`, with its final slash. */
export async function startTesseract(base: string): Promise<Recognise> {
  const [wasmBinary, data] = await Promise.all([
    readOwnFile(base + core),
    readOwnFile(`${base}${language}.traineddata`),
  ])
  let tell: (percent: number) => void = silent
  const tesseract = await createTesseract({
    wasmBinary,
    TesseractProgress: (percent) => tell(percent),
    print: silent,
    printErr: silent,
  })
  tesseract.FS.writeFile(`${language}.traineddata`, data)
  const api = new tesseract.TessBaseAPI()
  if (api.Init(null, language, lstmOnly) !== 0) throw new Error('Tesseract did not take its language data')
  return (page, pointsParPouce, onProgress) => {
    tell = (percent) => onProgress(Math.min(1, percent / 100))
    tesseract.FS.writeFile(picture, writePgm(page))
    try {
      if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract did not take the page')
      api.SetSourceResolution(pointsParPouce)
      if (api.Recognize(null) !== 0) throw new Error('Tesseract gave up')
      return readMots(api.GetJSONText(0))
    } finally {
      tell = silent
      api.Clear()
      tesseract.FS.unlink(picture)
    }
  }
}
