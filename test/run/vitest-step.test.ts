import { expect, test } from 'vitest'
import { counts } from './vitest-step.ts'

const report = {
  success: true,
  numPassedTests: 4,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
}

test('tests that pass and tests that are skipped or still to be written are counted', () => {
  expect(counts(0, report)).toEqual({ passed: 4, failed: 0, skipped: 2 })
})

test.each([
  ['that reports nothing', 0, undefined, { passed: 0, failed: 1, skipped: 0 }],
  [
    'with no test at all',
    0,
    { ...report, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ],
  [
    'with an error outside its tests',
    1,
    { ...report, success: false },
    { passed: 4, failed: 1, skipped: 2 },
  ],
  [
    'with failed tests',
    1,
    { ...report, success: false, numFailedTests: 3 },
    { passed: 4, failed: 3, skipped: 2 },
  ],
] as const)('a run %s has failed', (_name, status, read, expected) => {
  expect(counts(status, read)).toEqual(expected)
})
