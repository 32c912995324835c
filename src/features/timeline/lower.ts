/** A name within a sentence: "came", "home visit". A word of capitals stays as it is. */
export function lower(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
