/**
 * Rules of the Web Annotation Data Model (W3C Recommendation, 23 February 2017), each with its section, as far as
 * the classes that an export uses have any. What does not follow is named; an empty list: it is valid.
 */
export function faultsOf(collection: unknown): string[] {
  const faults: string[] = []
  const demand = (holds: unknown, rule: string) => {
    if (!holds) faults.push(rule)
  }
  const all = record(collection)

  // 5.1 Annotation Collection
  const contexts = list(all['@context'])
  demand(
    contexts.includes(anno),
    '5.1: the context must be, or include, the JSON-LD context of the model',
  )
  demand(
    contexts.at(0) === anno || contexts.length === 1,
    '4 of JSON-LD: the model’s context comes first',
  )
  demand(isIri(all['id']), '5.1: a collection must have exactly one IRI')
  demand(
    list(all['type']).includes('AnnotationCollection'),
    '5.1: a collection must have its class',
  )
  demand(isCount(all['total']), '5.1: total must be a non-negative integer')
  demand(all['label'] === undefined || typeof all['label'] === 'string', '5.1: label is a string')
  times(all, demand)
  agents(all, demand)

  // 5.2 Annotation Page
  const page = record(all['first'])
  demand(isIri(page['id']), '5.2: a page must have exactly one IRI')
  demand(page['type'] === 'AnnotationPage', '5.2: a page must have exactly one class')
  demand(page['partOf'] === all['id'], '5.2: partOf is the collection')
  demand(isCount(page['startIndex']), '5.2: startIndex must be a non-negative integer')
  demand(Array.isArray(page['items']), '5.2: items must be an array')
  demand(page['@context'] === undefined, '5.2: an embedded page must not repeat the context')
  const items = list(page['items'])
  demand(items.length === all['total'], '5.1: total is the number of annotations')
  demand(
    new Set(items.map((item) => record(item)['id'])).size === items.length,
    '3.1: ids are unique',
  )
  for (const item of items) annotation(record(item), demand)
  return faults
}

type Demand = (holds: unknown, rule: string) => void
type Json = Record<string, unknown>

function annotation(item: Json, demand: Demand) {
  demand(item['@context'] === undefined, '5.2: annotations within need no context of their own')
  demand(isIri(item['id']), '3.1: an annotation must have exactly one IRI')
  demand(list(item['type']).includes('Annotation'), '3.1: an annotation must have its class')
  demand(list(item['target']).length >= 1, '3.1: an annotation must have one or more targets')
  for (const motivation of list(item['motivation']))
    demand(motivations.includes(String(motivation)), '3.3.5: motivation is one of the vocabulary')
  times(item, demand)
  agents(item, demand)
  for (const body of list(item['body'])) textualBody(record(body), demand)
  for (const target of list(item['target'])) specificResource(record(target), item, demand)
  if (item['stylesheet'] !== undefined) {
    const sheet = record(item['stylesheet'])
    demand(sheet['type'] === 'CssStylesheet', '4.4: a style sheet should have its class')
    demand(
      typeof sheet['value'] === 'string' || isIri(sheet['id']),
      '4.4: embedded sheets have a value',
    )
  }
}

function textualBody(body: Json, demand: Demand) {
  demand(
    list(body['type']).includes('TextualBody'),
    '3.2.4: an embedded body should be a TextualBody',
  )
  demand(typeof body['value'] === 'string', '3.2.4: there must be exactly one value')
  demand(!Array.isArray(body['format']), '3.2.2: there should be one format')
  if (body['purpose'] !== undefined)
    demand(motivations.includes(String(body['purpose'])), '3.3.5: purpose is a motivation')
}

function specificResource(target: Json, item: Json, demand: Demand) {
  demand(target['type'] === 'SpecificResource', '4: a specific resource should have its class')
  demand(isIri(target['source']), '4: there must be exactly one source, an IRI')
  if (target['styleClass'] !== undefined)
    demand(
      item['stylesheet'] !== undefined,
      '4.4: a style class without a style sheet says nothing',
    )
  demand(list(target['selector']).length > 0, '4.2: there is a selector')
  for (const one of list(target['selector'])) selector(record(one), demand)
}

function selector(given: Json, demand: Demand) {
  switch (given['type']) {
    case 'FragmentSelector':
      demand(typeof given['value'] === 'string', '4.2.1: there must be exactly one value')
      demand(isIri(given['conformsTo']), '4.2.1: conformsTo is an IRI')
      break
    case 'TextQuoteSelector':
      demand(
        typeof given['exact'] === 'string' && given['exact'],
        '4.2.4: there must be exactly one exact',
      )
      for (const name of ['prefix', 'suffix'])
        demand(['string', 'undefined'].includes(typeof given[name]), `4.2.4: at most one ${name}`)
      break
    case 'TextPositionSelector':
      demand(
        isCount(given['start']) && isCount(given['end']),
        '4.2.5: start and end must be non-negative',
      )
      demand(Number(given['end']) >= Number(given['start']), '4.2.5: the end is behind the start')
      break
    default:
      demand(false, `4.2: ${String(given['type'])} is no selector`)
  }
  if (given['refinedBy'] !== undefined) selector(record(given['refinedBy']), demand)
}

function times(resource: Json, demand: Demand) {
  for (const name of ['created', 'modified'])
    demand(
      resource[name] === undefined || utc.test(String(resource[name])),
      `3.3.3: ${name} must be one xsd:dateTime in UTC, as Z`,
    )
}

function agents(resource: Json, demand: Demand) {
  for (const creator of list(resource['creator'])) {
    const { type, name } = record(creator)
    demand(
      ['Person', 'Organization', 'Software'].includes(String(type)),
      '3.3.2: class of an agent',
    )
    demand(typeof name === 'string' && name !== '', '3.3.2: name of an agent')
  }
}

const anno = 'http://www.w3.org/ns/anno.jsonld'
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  )
const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const isIri = (value: unknown) => typeof value === 'string' && URL.canParse(value)
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
