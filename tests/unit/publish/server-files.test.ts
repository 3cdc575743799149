/** The configurations of web servers, tried with those that are installed. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { servers } from '../../../src/publish/server-files/write.ts'

const files = {
  'index.html': '<h1>Titel</h1>',
  '404.html': '<h1>Nicht da</h1>',
  'texte/uhren/index.html': `<h1>Uhren</h1>${'<p>Takt und Takt.</p>'.repeat(300)}`,
  '_astro/page.B1x.js': `// ${'x'.repeat(5000)}`,
  'manifest.webmanifest': '{}',
}

/** A server on a free port → its process. */
type Start = (at: { folder: string; root: string; base: string; port: number }) => ChildProcess

const run = (command: string, args: string[]) => spawn(command, args, { stdio: 'ignore' })
const write = (folder: string, name: string, content: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const starts: Record<string, { program: string; start: Start }> = {
  nginx: {
    program: '/usr/sbin/nginx',
    start: ({ folder, root, base, port }) => {
      const { content } = servers.nginx({ host: 'localhost', base, root })
      const own = content.replace('listen 80;', `listen 127.0.0.1:${port};`)
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ')
      const conf = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;\nevents {}\nhttp { access_log off; ${paths}\n${own} }`
      return run('/usr/sbin/nginx', [
        '-e',
        join(folder, 'error.log'),
        '-c',
        write(folder, 'conf', conf),
      ])
    },
  },
  caddy: {
    program: '/usr/bin/caddy',
    start: ({ folder, root, base, port }) => {
      const { content } = servers.caddy({ host: `http://localhost:${port}`, base, root })
      const file = write(folder, 'Caddyfile', `{\n\tadmin off\n}\n${content}`)
      return run('/usr/bin/caddy', ['run', '--adapter', 'caddyfile', '--config', file])
    },
  },
  apache: {
    program: '/usr/sbin/apache2',
    start: ({ folder, root, base, port }) => {
      const { content } = servers.apache({ host: 'localhost', base, root })
      write(root, '.htaccess', content)
      const modules = [
        'mpm_event',
        'authz_core',
        'dir',
        'mime',
        'headers',
        'deflate',
        'filter',
        'alias',
      ]
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join('\n')
      const conf = `${modules}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nTypesConfig /etc/mime.types\nDocumentRoot ${folder}\nAlias ${base} ${root}/\n<Directory ${root}>\nRequire all granted\nAllowOverride FileInfo\nDirectoryIndex index.html\n</Directory>\n`
      return run('/usr/sbin/apache2', ['-X', '-f', write(folder, 'conf', conf)])
    },
  },
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** Until the server answers. */
async function answering(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server has stopped.')
    if (await fetch(address).catch(() => null)) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

for (const [name, { program, start }] of Object.entries(starts))
  for (const base of ['/', '/lesen/ausgabe/'])
    test(
      `${name} serves a site below ${base}`,
      { skip: !existsSync(program) && `${name} is not installed`, timeout: 60_000 },
      async () => {
        const folder = mkdtempSync(join(tmpdir(), 'server-'))
        // Other users, as whom servers may run, must be able to read it.
        spawnSync('chmod', ['755', folder])
        const root = join(folder, 'site')
        for (const [path, content] of Object.entries(files)) write(root, path, content)
        const port = await freePort()
        const child = start({ folder, root, base, port })
        const home = `http://localhost:${port}${base}`
        try {
          await answering(home, child)
          const get = async (path: string) => {
            const answer = await fetch(home + path, { headers: { 'accept-encoding': 'gzip' } })
            return { status: answer.status, words: await answer.text(), headers: answer.headers }
          }
          const page = await get('texte/uhren/')
          assert.equal(page.status, 200)
          assert.match(page.words, /Uhren/)
          assert.match(page.headers.get('content-type')!, /text\/html; charset=utf-8/i)
          assert.equal(page.headers.get('content-encoding'), 'gzip')
          assert.equal(page.headers.get('cache-control'), 'no-cache')
          assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
          assert.match(page.headers.get('content-security-policy')!, /frame-ancestors/)
          assert.match((await get('texte/uhren')).words, /Uhren/)
          const script = await get('_astro/page.B1x.js')
          assert.match(script.headers.get('cache-control')!, /max-age=31536000, immutable/)
          assert.equal(script.headers.get('content-encoding'), 'gzip')
          assert.match(
            (await get('manifest.webmanifest')).headers.get('content-type')!,
            /^application\/manifest\+json/,
          )
          const missing = await get('texte/nichts/')
          assert.equal(missing.status, 404)
          assert.match(missing.words, /Nicht da/)
          assert.equal(missing.headers.get('cache-control'), 'no-cache')
        } finally {
          child.kill()
          rmSync(folder, { recursive: true, force: true })
        }
      },
    )

test('hosts that read a file of headers have the same lifetimes', () => {
  const { path, content } = servers.netlify({ host: 'x.example', base: '/a/', root: '/x' })
  assert.equal(path, 'public/_headers')
  assert.match(content, /^\/\*\n(?: {2}.*\n)* {2}Cache-Control: no-cache\n\/a\/_astro\/\*\n/)
  assert.match(content, / {2}Cache-Control: public, max-age=31536000, immutable\n$/)
})
