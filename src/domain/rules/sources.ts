/** Documents that rules and measures cite, by key. `docs/policy/sources.md` says where each is published. */
export const sources = {
  OM: 'Derbyshire youth offending service: operating model and practice guidance',
  HMIP: 'HM Inspectorate of Probation: inspection of youth offending services in Derbyshire, September 2022',
  DP: 'Derbyshire youth justice plan 2022-2023',
  LP: 'Leicestershire youth justice plan 2023-2026',
  DC: 'Derby City actions 2021',
  'YJB-SQL': 'Ministry of Justice: reporting code of the youth justice application framework',
  ALONGSIDE: 'Alongside: what every service settles for itself',
} as const
export type SourceKey = keyof typeof sources
