/** Our environment without what would change PostgreSQL's defaults behind our back (PGPORT, PGDATA, LC_ALL ...). */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return Object.fromEntries(kept)
}
