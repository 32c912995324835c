import { defineConfig } from 'vitest/config'

const seconds = 1000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules and pages',
          include: ['{src,migrations,test,docs}/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          // Loading the application anew for each file took longer than the tests. No module keeps anything between files.
          isolate: false,
          // The first test that asks for a database waits for the server and the migrations.
          testTimeout: 30 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'long',
          include: ['src/**/*.long.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 900 * seconds,
          hookTimeout: 60 * seconds,
          // What they measure is theirs alone.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.journey.ts'],
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 120 * seconds,
          hookTimeout: 120 * seconds,
          // They share the machine's processors with a browser each.
          fileParallelism: false,
        },
      },
    ],
  },
})
