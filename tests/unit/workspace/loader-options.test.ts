import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loaderOptions } from '../../../src/workspace/index.ts'

test('of the options of Node, those are handed on that load the code', () => {
  const loader = ['--import', 'file:///engine/src/command/strip-types.js']
  assert.deepEqual(loaderOptions(['--disable-warning=X', ...loader, '--test']), loader)
  const quiet = '--disable-warning=ExperimentalWarning'
  assert.deepEqual(loaderOptions([quiet, ...loader, '--test']), [quiet, ...loader])
  assert.deepEqual(loaderOptions(['--test', '--test-shard=2/2']), [])
  assert.deepEqual(loaderOptions([]), [])
})
