/// <reference types="astro/client" />

interface ImportMetaEnv {
  readonly AUDIENCE: import('./edition/model.ts').Audience
}
