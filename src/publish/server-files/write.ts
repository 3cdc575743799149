/** Files that tell a web server how to serve the site. */
import { githubWorkflow } from './github-workflow.ts'

/** Where the site is. */
export interface Place {
  /** `example.org` */
  host: string
  /** `/` or `/sub/path/` */
  base: string
  /** Folder of the site on the server, without a slash at its end. */
  root: string
}

export interface ServerFile {
  /** In the folder of the edition. */
  path: string
  content: string
  /** What is to be done with it. */
  says: string
  /** Others that are written with it: path → content. */
  besides?: Record<string, string>
}

/** Names with hashes never change; all else is asked for anew, so that a new version is seen at once. */
const forGood = 'public, max-age=31536000, immutable'
const askAnew = 'no-cache'
const hashed = '_astro/'

/** Each page has its policy in its head; that it stands in no foreign frame cannot be said there. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "frame-ancestors 'self'",
} as const

const types = {
  webmanifest: 'application/manifest+json',
  epub: 'application/epub+zip',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
} as const

/** Beside HTML. */
const utf8 = [
  ...['text/css', 'text/plain', 'text/xml', 'text/javascript', 'application/javascript'],
  ...['application/json', 'application/xml', types.bib, types.ris, types.webmanifest],
]

const compressed = [
  ...['text/css', 'text/plain', 'text/javascript', 'application/javascript', 'application/json'],
  ...['application/xml', 'application/manifest+json', 'image/svg+xml'],
] as const

/** These signs as they are in a regular expression. */
const asPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\#]/g, '\\$&')

type Writer = (place: Place) => ServerFile

const apache: Writer = ({ base }) => ({
  path: 'public/.htaccess',
  says: 'Each build takes it along; the server needs mod_headers and mod_deflate and “AllowOverride FileInfo”.',
  content: `ErrorDocument 404 ${base}404.html
AddCharset utf-8 .html .css .js .json .xml .txt .bib .ris .svg .webmanifest
${Object.entries(types)
  .map(([ending, type]) => `AddType ${type} .${ending}`)
  .join('\n')}

<IfModule mod_headers.c>
${Object.entries(headers)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  Header always set Cache-Control "${askAnew}"
  <If "%{REQUEST_URI} =~ m#^${asPattern(decodeURI(base))}${hashed}#">
    Header always set Cache-Control "${forGood}"
  </If>
</IfModule>

<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html ${compressed.join(' ')}
</IfModule>
`,
})

const nginx: Writer = ({ host, base, root }) => {
  const add = (cache: string) =>
    Object.entries({ ...headers, 'Cache-Control': cache })
      .map(([name, value]) => `    add_header ${name} "${value}" always;`)
      .join('\n')
  // Its locations are compared with the words of an address, not with how they are sent.
  const path = decodeURI(base)
  return {
    path: 'server/nginx.conf',
    says: `Copy it to /etc/nginx/sites-enabled/ and the site to ${root}; add listen and certificates as your server has them.`,
    content: `server {
  listen 80;
  server_name ${host};
  charset utf-8;
  charset_types ${utf8.join(' ')};

  include /etc/nginx/mime.types;
  types {
${Object.entries(types)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }
  gzip on;
  gzip_vary on;
  gzip_types ${compressed.join(' ')};
  # Before it may stand a server that speaks https.
  absolute_redirect off;
  error_page 404 "${path}404.html";
${base === '/' ? '' : `\n  location = "${path.slice(0, -1)}" {\n    return 301 ${base};\n  }`}
  location "${path}" {
    alias ${root}/;
    index index.html;
${add(askAnew)}
  }
  location "${path}${hashed}" {
    alias ${root}/${hashed};
${add(forGood)}
  }
}
`,
  }
}

const caddy: Writer = ({ host, base, root }) => ({
  path: 'server/Caddyfile',
  says: `Copy it to /etc/caddy/Caddyfile and the site to ${root}.`,
  content: `${host} {
	root * ${root}
	encode zstd gzip
	@hashed path ${base}${hashed}*
	@others not path ${base}${hashed}*
	header @hashed Cache-Control "${forGood}"
	header @others Cache-Control "${askAnew}"
${Object.entries(types)
  .map(
    ([ending, type]) =>
      `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}${utf8.includes(type) ? '; charset=utf-8' : ''}"`,
  )
  .join('\n')}
${Object.entries(headers)
  .map(([name, value]) => `	header ${name} "${value}"`)
  .join('\n')}
${base === '/' ? '\tfile_server' : `\tredir ${base.slice(0, -1)} ${base} 301\n\thandle_path ${base}* {\n\t\tfile_server\n\t}\n\thandle {\n\t\terror 404\n\t}`}
	handle_errors {
		header Cache-Control "${askAnew}"
		rewrite * /404.html
		file_server
	}
}
`,
})

const netlify: Writer = ({ base }) => ({
  path: 'public/_headers',
  says: 'Each build takes it along; Netlify and Cloudflare Pages read it.',
  content: `/*
${Object.entries({ ...headers, 'Cache-Control': askAnew })
  .map(([name, value]) => `  ${name}: ${value}`)
  .join('\n')}
${base}${hashed}*
  ! Cache-Control
  Cache-Control: ${forGood}
`,
})

const github: Writer = () => ({
  path: '.github/workflows/edition.yml',
  says: 'Push the folder to a repository at GitHub and choose “GitHub Actions” under Settings → Pages; each push to main builds and publishes it.',
  content: githubWorkflow,
  // For those who put the built site into a branch instead: else GitHub leaves out _astro/.
  besides: { 'public/.nojekyll': '' },
})

export const servers = { apache, nginx, caddy, netlify, github } as const
export const isServer = (name: string): name is keyof typeof servers => Object.hasOwn(servers, name)
