import ts from 'typescript'
import { isKnown } from './support.ts'

/** Paths in the compatibility data of the globals that a built script uses, and of their own members. */
export function globalsIn(script: string): Set<string> {
  const found = new Set<string>()
  walk(parse(script), (node) => {
    if (!ts.isIdentifier(node) || !isUse(node)) return
    const { text: name, parent } = node
    // Minified names are shorter.
    if (name.length < 3) return
    if (ts.isPropertyAccessExpression(parent))
      for (const path of membersOf(name, parent.name.text)) found.add(path)
    for (const path of [`javascript.builtins.${name}`, `api.${name}`])
      if (isKnown(path)) found.add(path)
  })
  return found
}

/** Strings of a built script that are style sheets. */
export function stylesIn(script: string): string[] {
  const found: string[] = []
  walk(parse(script), (node) => {
    if (ts.isStringLiteralLike(node) && /^[^{}<>]+\{[^{}]*:[^}]*\}/.test(node.text))
      found.push(node.text)
  })
  return found
}

/** The same of the members that source files use, of which types alone tell whose they are. */
export function membersIn(files: string[]): Set<string> {
  const found = new Set<string>()
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  for (const file of program.getSourceFiles())
    if (!file.isDeclarationFile)
      walk(file, (node) => {
        if (!ts.isIdentifier(node)) return
        for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
          const owner = declaration.parent
          if (!ts.isInterfaceDeclaration(owner)) continue
          if (!program.isSourceFileDefaultLibrary(owner.getSourceFile())) continue
          for (const path of membersOf(owner.name.text, node.text)) found.add(path)
        }
      })
  return found
}

/** Names of types whose objects have another name. */
const namesOfTypes: Record<string, string> = { IteratorObject: 'Iterator' }

function membersOf(type: string, name: string): string[] {
  const owner = namesOfTypes[type] ?? type.replace(/Constructor$/, '')
  const paths = ['javascript.builtins.', 'api.'].map((area) => `${area}${owner}.${name}`)
  return [...paths, `api.${owner}.${name}_static`].filter(isKnown)
}

const parse = (script: string): ts.SourceFile =>
  ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true)

function walk(node: ts.Node, act: (node: ts.Node) => void): void {
  act(node)
  ts.forEachChild(node, (child) => walk(child, act))
}

/** Not the name of a member or of a key. */
const isUse = (node: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
  !ts.isMethodDeclaration(node.parent) &&
  !ts.isBindingElement(node.parent)
