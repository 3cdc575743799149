import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rebased, withEngine } from '../../../src/starter/package-file.ts'

const engine = { name: 'engine', wanted: '1.2.0', commands: ['check', 'build'] }

test('an edition without package.json gets one that npm installs the engine by', () => {
  assert.deepEqual(withEngine(null, engine), {
    private: true,
    scripts: { check: 'engine check', build: 'engine build' },
    dependencies: { engine: '1.2.0' },
    allowScripts: { node: true, esbuild: false },
  })
})

test('what stands in package.json stays', () => {
  const own = {
    name: 'mine',
    scripts: { build: 'make', deploy: 'rsync' },
    devDependencies: { engine: 'file:../engine.tgz' },
    allowScripts: { node: false, other: true },
  }
  const after = withEngine(own, engine)
  assert.deepEqual(after, {
    ...own,
    scripts: { check: 'engine check', ...own.scripts },
    allowScripts: { ...own.allowScripts, esbuild: false },
  })
  assert.deepEqual(withEngine(after, engine), after)
  const { dependencies } = withEngine({ dependencies: { leaflet: '2.0.0' } }, engine)
  assert.deepEqual(dependencies, { leaflet: '2.0.0', engine: '1.2.0' })
})

test('a package file is called from the folder of the edition', () => {
  assert.equal(rebased('file:../engine.tgz', '/a/b', '/a/c/d'), 'file:../../engine.tgz')
  assert.equal(rebased('file:engine.tgz', '/a/b', '/a/b'), 'file:engine.tgz')
  assert.equal(rebased('^1.2.0', '/a/b', '/a/c'), '^1.2.0')
  assert.equal(rebased('github:who/engine#v2', '/a/b', '/a/c'), 'github:who/engine#v2')
})
