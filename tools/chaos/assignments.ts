import type { Evidence } from './evidence.js';
import { hopelessProject, type Piece, projectCode, workerEmail, type Workforce } from './work.js';

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

  /** More people, so that there are writes. */
  hireMore(count: number): void {
    this.more('hire', count);
  }

  /** More hours at once, so that there are writes of several rows. */
  recordMore(count: number): void {
    this.more('time', count);
  }

  private more(kind: Piece['kind'], count: number): void {
    const first = this.pieces.filter((piece) => piece.kind === kind).length;
    for (let number = first; number < first + count; number += 1) {
      const piece = { kind, number, at: 0 };
      this.pieces.push(piece);
      this.left.push({ ...piece, notBefore: 0 });
    }
  }

  asked(): Pick<Evidence, 'hires' | 'deals' | 'abandoned' | 'hours'> {
    const numbers = (kind: Piece['kind']): number[] =>
      this.pieces.filter((piece) => piece.kind === kind).map(({ number }) => number);
    return {
      hires: numbers('hire').map(workerEmail),
      deals: numbers('deal').map(projectCode),
      abandoned: numbers('give-up').map(hopelessProject),
      hours: numbers('time').length,
    };
  }
}
