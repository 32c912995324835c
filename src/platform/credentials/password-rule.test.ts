import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rule.ts'

const own = ["Sorcha O'Neill-Ó Súilleabháin", 'sorcha.oneill@council.example']

describe('a new password', () => {
  it.each([
    ['eleven letters', 'bicyclelamp', 'at least 12'],
    ['eleven emoji', '🚲'.repeat(5) + '🚀🌧️🪴🎺', 'at least 12'],
    ['a common one', 'password1234', 'first that somebody would guess'],
    ['a common one with capitals and hyphens', 'Pass-Word-1234', 'first that somebody would guess'],
    ['the same few characters', 'abababababab!', 'first that somebody would guess'],
    ['the own name and a year', 'SorchaONeill2026', 'own name'],
    ['the e-mail address', 'sorcha.oneill@council.example', 'own name'],
  ])('is refused when it is %s', (_case, password, why) => {
    expect(passwordProblem(password, own)).toContain(why)
  })

  it.each([
    ['three random words', 'teapot gravel orbit'],
    ['one kind of character', 'gravelteapotorbit'],
    ['twelve characters exactly', 'teapotgravel'],
    ['a name among much else', 'Sorcha rides teapots on gravel'],
    ['another script', 'чайник гравий орбита'],
  ])('may be %s', (_case, password) => {
    expect(passwordProblem(password, own)).toBeNull()
  })
})
