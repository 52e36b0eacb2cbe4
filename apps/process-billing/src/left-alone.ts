/** Whom there is no answer about, and who is therefore left alone for a while. */
export class LeftAlone {
  private readonly until = new Map<string, number>();

  constructor(private readonly forMs: number) {}

  add(name: string): void {
    this.until.set(name, Date.now() + this.forMs);
  }

  /** Who still is. */
  names(): string[] {
    for (const [name, until] of this.until) if (until <= Date.now()) this.until.delete(name);
    return [...this.until.keys()];
  }
}
