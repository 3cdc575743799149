/** The web servers of this machine, each with the configuration that `npm run publish:files` writes for it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { servers } from '../src/publish/server-files/write.ts'

/** @param at `root` is the folder of the site, `folder` that of the server's own files */
type Start = (at: { folder: string; root: string; base: string; port: number }) => string[]

interface WebServer {
  program: string
  /** Writes its configuration and returns the arguments to start it with. */
  configure: Start
}

export const webServers: Readonly<Record<string, WebServer>> = {
  nginx: {
    program: '/usr/sbin/nginx',
    configure: ({ folder, root, base, port }) => {
      const { content } = servers.nginx({ host: 'localhost', base, root })
      const own = content.replace('listen 80;', `listen 127.0.0.1:${port};`)
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ')
      const log = join(folder, 'error.log')
      const conf = `daemon off; pid ${folder}/pid; error_log ${log};\nevents {}\nhttp { access_log off; ${paths}\n${own} }`
      return ['-e', log, '-c', write(folder, 'conf', conf)]
    },
  },
  caddy: {
    program: '/usr/bin/caddy',
    configure: ({ folder, root, base, port }) => {
      const { content } = servers.caddy({ host: `http://localhost:${port}`, base, root })
      const file = write(folder, 'Caddyfile', `{\n\tadmin off\n}\n${content}`)
      return ['run', '--adapter', 'caddyfile', '--config', file]
    },
  },
  apache: {
    program: '/usr/sbin/apache2',
    configure: ({ folder, root, base, port }) => {
      write(root, '.htaccess', servers.apache({ host: 'localhost', base, root }).content)
      const modules = 'mpm_event authz_core dir mime headers deflate filter alias'.split(' ')
      const conf = [
        ...modules.map(
          (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
        ),
        'ServerName localhost',
        `Listen 127.0.0.1:${port}`,
        `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/error.log`,
        'TypesConfig /etc/mime.types',
        base === '/' ? `DocumentRoot ${root}` : `Alias ${decodeURI(base.slice(0, -1))} ${root}`,
        `<Directory ${root}>`,
        'Require all granted',
        'AllowOverride FileInfo',
        'DirectoryIndex index.html',
        '</Directory>',
      ].join('\n')
      return ['-X', '-f', write(folder, 'conf', `${conf}\n`)]
    },
  },
}

export function write(folder: string, name: string, content: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** False, or why a test of this server is skipped. */
export const isMissing = ({ program }: WebServer): string | false =>
  !existsSync(program) && `${program} is not installed`

/**
 * Serves a site on a free port.
 * @param fill puts the site into a folder
 */
export async function serveWith(
  { program, configure }: WebServer,
  base: string,
  fill: (root: string) => void | Promise<void>,
): Promise<{ home: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'))
  // Other users, as whom servers may run, must be able to read it.
  chmodSync(folder, 0o755)
  const root = join(folder, 'site')
  mkdirSync(root)
  await fill(root)
  const port = await freePort()
  const child = spawn(program, configure({ folder, root, base, port }), {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  let said = ''
  child.stderr.on('data', (words: Buffer) => (said += words))
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const home = `http://localhost:${port}${base}`
  try {
    await answering(home, child, () => said)
  } catch (error) {
    await stop()
    throw error
  }
  return { home, stop }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** Until the server answers. */
async function answering(address: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server has stopped.\n${said()}`)
    if (await fetch(address, { redirect: 'manual' }).catch(() => null)) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
}
