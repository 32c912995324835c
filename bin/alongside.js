#!/usr/bin/env node
import { handOver } from './bootstrap.js'

await handOver('src/cli/alongside.ts', process.argv.slice(2))
