import type { APIRoute } from 'astro'
import { assignmentsOf } from '../../../components/session-passages.ts'
import { edition } from '../../_surroundings.ts'

export const getStaticPaths = () =>
  edition.sessions.map((session) => ({ params: { session: session.slug }, props: { session } }))

export const GET: APIRoute = ({ props }) =>
  Response.json(assignmentsOf(props['session'], edition.texts))
