#!/usr/bin/env node
import { handOver } from './bootstrap.js'

await handOver('test/bench/bench.ts', process.argv.slice(2), { development: true })
