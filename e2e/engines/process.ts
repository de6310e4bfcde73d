import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'

const running = new Set<ChildProcess>()

const kill = (child: ChildProcess) => {
  running.delete(child)
  try {
    // Browsers are many processes: the whole group goes.
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

// Also when the test runner gives a test up: no browser outlives it.
process.on('exit', () => running.forEach(kill))

/** A program that runs until `stop`; what it writes is kept for the day it fails. */
export interface Running {
  child: ChildProcess
  output: () => string
  stop: () => Promise<void>
}

/** Starts a program in a process group of its own. `pipes`: how many more outputs than the usual two it is given. */
export function startProgram(path: string, words: readonly string[], env: NodeJS.ProcessEnv, pipes = 0): Running {
  const child = spawn(path, words, {
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', ...Array<'pipe'>(pipes).fill('pipe')],
  })
  running.add(child)
  const ended = once(child, 'close').catch(() => undefined)
  let output = ''
  const keep = (text: Buffer) => (output = (output + text.toString()).slice(-2_000))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.on('error', (error) => (output += error.message))
  return {
    child,
    output: () => output,
    stop: async () => {
      kill(child)
      await ended
    },
  }
}

/** A TCP port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
