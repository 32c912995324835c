/** The input's name for a field of a record: `given_name` asked with `take` is `takeGivenName`. */
export function inputFor(verb: 'take' | 'whose' | 'give', key: string): string {
  const words = key.split(/[_-]/u).map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return `${verb}${words.join('')}`
}

/** "3 contacts", "1 contact". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
