import type { Evidence } from './evidence.js';
import { type Piece, projectCode, workerEmail, type Workforce } from './work.js';

/** How long a piece that a vendor's screen does not let happen yet is left alone. */
const againMs = 2_000;

/** The pieces of work of a run: which are done, which are still to do. */
export class Assignments {
  private readonly left: (Piece & { notBefore: number })[];

  constructor(
    private readonly pieces: Piece[],
    private readonly workforce: Workforce,
  ) {
    this.left = pieces.map((piece) => ({ ...piece, notBefore: 0 }));
  }

  get done(): number {
    return this.pieces.length - this.left.length;
  }

  get isDone(): boolean {
    return this.left.length === 0;
  }

  /** Does what is due by the run's clock; what a vendor does not let happen yet is left for later. */
  async doDue(now: number): Promise<void> {
    const due = this.left.filter((piece) => piece.at <= now && piece.notBefore <= Date.now());
    for (const piece of due) {
      if (await this.workforce.do(piece)) this.left.splice(this.left.indexOf(piece), 1);
      else piece.notBefore = Date.now() + againMs;
    }
  }

  /** One more hire, so that there are writes. */
  async hireOneMore(): Promise<void> {
    const number = this.pieces.filter(({ kind }) => kind === 'hire').length;
    const piece: Piece = { kind: 'hire', number, at: 0 };
    this.pieces.push(piece);
    await this.workforce.do(piece);
  }

  asked(): Pick<Evidence, 'hires' | 'deals' | 'hours'> {
    const numbers = (kind: Piece['kind']): number[] =>
      this.pieces.filter((piece) => piece.kind === kind).map(({ number }) => number);
    return {
      hires: numbers('hire').map(workerEmail),
      deals: numbers('deal').map(projectCode),
      hours: numbers('time').length,
    };
  }
}
