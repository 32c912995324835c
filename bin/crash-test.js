#!/usr/bin/env node
import { handOver } from './bootstrap.js'

await handOver('test/crash/crash-test.ts', process.argv.slice(2), { development: true })
