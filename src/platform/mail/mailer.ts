import { createTransport } from 'nodemailer'

/** A plain text to one address. */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** @throws Error when the server does not take the message */
  readonly send: (message: Message) => Promise<void>
  readonly close: () => void
}

/**
 * Sends through a mail server.
 *
 * @param url `smtp://user:password@host:587`, or `smtps://` for one that speaks TLS from the first byte
 * @param from the address that messages come from
 */
export function connectMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async message => {
      await transport.sendMail({
        ...message,
        // Nobody's out-of-office answers a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
