import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Says at the end which engines were tried, in which version, and how many tests each passed. */
export default class Engines implements Reporter {
  #tried = new Map<string, { passed: number; all: number }>()

  onTestEnd(_test: TestCase, { annotations, status, retry }: TestResult) {
    const engine = annotations.find(({ type }) => type === 'engine')?.description
    if (!engine) return
    const { passed, all } = this.#tried.get(engine) ?? { passed: 0, all: 0 }
    this.#tried.set(engine, { passed: passed + (status === 'passed' ? 1 : 0), all: all + (retry === 0 ? 1 : 0) })
  }

  onEnd() {
    for (const [engine, { passed, all }] of this.#tried)
      process.stdout.write(`\n  Tried in ${engine}: ${passed} of ${all} tests passed\n`)
  }
}
