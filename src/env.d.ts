/// <reference types="astro/client" />

interface ImportMetaEnv {
  readonly AUDIENCE: import('./edition/model/model.ts').Audience
}
