import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { error as errors, Session } from 'selenium-webdriver'

/** What Selenium asks of whoever carries its commands out. */
interface Command {
  getName: () => string
  getParameters: () => Record<string, unknown>
}

/** Selenium's commands in the words of Marionette, Firefox's own remote protocol, which geckodriver would translate to. */
const words: Record<string, string> = {
  newSession: 'WebDriver:NewSession',
  get: 'WebDriver:Navigate',
  refresh: 'WebDriver:Refresh',
  setTimeout: 'WebDriver:SetTimeouts',
  setWindowRect: 'WebDriver:SetWindowRect',
  findElement: 'WebDriver:FindElement',
  findElements: 'WebDriver:FindElements',
  clickElement: 'WebDriver:ElementClick',
  clearElement: 'WebDriver:ElementClear',
  sendKeysToElement: 'WebDriver:ElementSendKeys',
  getElementText: 'WebDriver:GetElementText',
  getElementProperty: 'WebDriver:GetElementProperty',
  isElementDisplayed: 'WebDriver:IsElementDisplayed',
  executeScript: 'WebDriver:ExecuteScript',
  executeAsyncScript: 'WebDriver:ExecuteAsyncScript',
  screenshot: 'WebDriver:TakeScreenshot',
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

/** A connection to a Firefox that was started with `--marionette`. */
export class Marionette {
  #socket: Socket
  #received = Buffer.alloc(0)
  #waiting = new Map<number, Waiting>()
  #last = 0

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes) => this.#receive(bytes))
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has closed the connection'))
    })
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Marionette(socket)
  }

  async execute(command: Command): Promise<unknown> {
    const name = words[command.getName()]
    if (!name) throw new Error(`Marionette has no word for ${command.getName()}`)
    if (name === 'WebDriver:NewSession') {
      const { sessionId, capabilities } = (await this.#send(name, {})) as { sessionId: string; capabilities: object }
      return new Session(sessionId, capabilities)
    }
    return unwrap(await this.#send(name, parametersOf(name, command.getParameters())))
  }

  close() {
    this.#socket.destroy()
  }

  #send(name: string, parameters: object): Promise<unknown> {
    const id = ++this.#last
    const text = JSON.stringify([0, id, name, parameters])
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }

  /** Messages are `length:JSON`, length in bytes. The first one is a greeting, the others `[1, id, error, result]`. */
  #receive(bytes: Buffer) {
    this.#received = Buffer.concat([this.#received, bytes])
    for (;;) {
      const colon = this.#received.indexOf(':')
      const end = colon + 1 + Number(this.#received.toString('utf8', 0, Math.max(0, colon)))
      if (colon === -1 || this.#received.length < end) return
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end))
      this.#received = this.#received.subarray(end)
      if (Array.isArray(message)) this.#answer(message)
    }
  }

  #answer([, id, failure, result]: unknown[]) {
    const waiting = this.#waiting.get(Number(id))
    this.#waiting.delete(Number(id))
    if (failure === null) return waiting?.resolve(result)
    try {
      errors.throwDecodedError(failure as { error: string; message: string })
    } catch (error) {
      waiting?.reject(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

/** Marionette knows no session (it has one), takes nothing unknown with times, and takes whole pages unless told otherwise. */
function parametersOf(name: string, given: Record<string, unknown>): object {
  if (name === 'WebDriver:SetTimeouts') return { pageLoad: given.pageLoad, script: given.script }
  if (name === 'WebDriver:TakeScreenshot') return { full: false }
  return typeof given.id === 'object' && given.id !== null
    ? { ...given, id: Object.values(given.id)[0] as unknown }
    : given
}

const unwrap = (result: unknown) =>
  typeof result === 'object' && result !== null && Object.keys(result).join() === 'value'
    ? (result as { value: unknown }).value
    : result
