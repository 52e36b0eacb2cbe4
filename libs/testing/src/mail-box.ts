import { type AddressInfo, createServer, type Server } from 'node:net';

/** A mail server that speaks as much SMTP (RFC 5321) as it takes to be handed a letter. */
export class MailBox {
  readonly letters: { to: string; text: string }[] = [];
  /** What it answers to a recipient. */
  recipient = '250 ok';

  private constructor(private readonly server: Server) {}

  static async open(): Promise<MailBox> {
    const server = createServer((socket) => {
      let unread = '';
      let to = '';
      let isLetter = false;
      const say = (line: string): void => void socket.write(`${line}\r\n`);
      say('220 mailbox');
      socket.on('error', () => socket.destroy());
      socket.on('data', (bytes) => {
        unread += bytes.toString('utf8');
        for (;;) {
          const end = unread.indexOf(isLetter ? '\r\n.\r\n' : '\r\n');
          if (end < 0) return;
          const line = unread.slice(0, end);
          unread = unread.slice(end + (isLetter ? 5 : 2));
          if (isLetter) {
            box.letters.push({ to, text: line });
            isLetter = false;
            say('250 taken');
          } else if (line.startsWith('RCPT')) {
            to = /<(.+)>/.exec(line)![1]!;
            say(box.recipient);
          } else if (line === 'DATA') {
            isLetter = true;
            say('354 go on');
          } else if (line === 'QUIT') {
            say('221 bye');
            socket.end();
          } else say('250 ok');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const box = new MailBox(server);
    return box;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
