import { describe, expect, it } from 'vitest'
import { dailyMail } from './daily-mail.ts'

const nothing = { appointments: 0, overdue: 0, dueSoon: 0, waiting: 0 }

describe('the e-mail of a day', () => {
  it('is not sent when nothing waits', () => {
    expect(dailyMail(nothing, 'https://alongside.example')).toBe(null)
  })

  it('says how many and where, the most urgent first', () => {
    const mail = dailyMail(
      { appointments: 2, overdue: 1, dueSoon: 3, waiting: 0 },
      'https://alongside.example',
    )
    expect(mail?.subject).toBe('Alongside: 1 thing is overdue')
    expect(mail?.text).toContain('- 3 things are due within a week\n- 2 appointments today')
    expect(mail?.text).toContain('https://alongside.example/my-work')
    expect(mail?.text).not.toContain('manager')
  })
})
