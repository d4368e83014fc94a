import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/count-tests.mjs';

const oneFailure = { passed: 0, failed: 1 };

/** A report as Vitest writes it, of one file. */
const vitestReport = (...statuses: ('passed' | 'failed' | 'skipped')[]) => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  numFailedTests: statuses.filter((status) => status === 'failed').length,
  testResults: [
    {
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    },
  ],
});

const playwrightReport = (
  stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>,
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
});

describe('Vitest’s report', () => {
  test('passed and failed tests are counted, skipped ones are not', () => {
    expect(countVitest(vitestReport('passed', 'passed', 'skipped'), 0)).toEqual({ passed: 2, failed: 0 });
    expect(countVitest(vitestReport('passed', 'failed'), 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('a file that could not be loaded is a failure', () => {
    const report = vitestReport('passed');
    report.testResults.push({ status: 'failed', assertionResults: [] });
    expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('an error between the tests is a failure', () => {
    expect(countVitest(vitestReport('passed'), 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('no report and no test are failures', () => {
    expect(countVitest(null, 0)).toEqual(oneFailure);
    expect(countVitest(vitestReport(), 0)).toEqual(oneFailure);
    expect(countVitest(vitestReport('skipped'), 0)).toEqual(oneFailure);
  });
});

describe('Playwright’s report', () => {
  test('passed and failed tests are counted, skipped ones are not', () => {
    const report = playwrightReport({ expected: 5, flaky: 1, unexpected: 2, skipped: 3 });
    expect(countPlaywright(report, 1)).toEqual({ passed: 6, failed: 2 });
  });

  test('an error between the tests is a failure', () => {
    expect(countPlaywright(playwrightReport({ expected: 5 }), 1)).toEqual({ passed: 5, failed: 1 });
  });

  test('no report and no test are failures', () => {
    expect(countPlaywright(null, 0)).toEqual(oneFailure);
    expect(countPlaywright(playwrightReport({ skipped: 3 }), 0)).toEqual(oneFailure);
  });
});
