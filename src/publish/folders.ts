/** Where the site for each audience is built; see “Who may see which text” in the README. */
export const folders = { public: 'dist', course: 'dist-course', local: 'dist-local' } as const

export const isAudience = (name: string): name is keyof typeof folders =>
  Object.hasOwn(folders, name)
