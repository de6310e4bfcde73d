/** The part that we use of Tesseract as compiled for the web; the package brings no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TessBaseAPI {
    /** 0 when the language's data were found and taken. */
    Init(folder: null, language: string, engine: number): number
    SetVariable(name: string, value: string): boolean
    /** Takes the picture written at `/input`; 0 when it could be decoded. */
    SetImageFile(orientation: number, angle: number): number
    SetSourceResolution(dotsPerInch: number): void
    /** 0 when done. */
    Recognize(monitor: null): number
    GetJSONText(page: number): string
    Clear(): void
  }
  export interface Tesseract {
    TessBaseAPI: new () => TessBaseAPI
    FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  }
  export interface TesseractOptions {
    wasmBinary: Uint8Array
    /** Called while it recognises; from 0 to 100. */
    TesseractProgress(percent: number): void
    print(line: string): void
    printErr(line: string): void
  }
  const create: (options: TesseractOptions) => Promise<Tesseract>
  export default create
}
