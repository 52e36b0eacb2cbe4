/** Words of a `$filter`, each matched by a sticky `token`; `broken` makes the refusal of what is left over. */
export function tokensOf(text: string, token: RegExp, broken: (end: number) => Error): string[] {
  const found: string[] = [];
  let end = (token.lastIndex = 0);
  for (let match = token.exec(text); match; match = token.exec(text)) {
    found.push(match[1]!);
    end = token.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw broken(end);
  return found;
}

/** `and`, `or`, `not` and parentheses, which every version of OData has; what stands between them is a product's own. */
export abstract class ODataFilter<Row> {
  protected at = 0;

  constructor(protected readonly tokens: string[]) {}

  /** The condition that begins with this word. */
  protected abstract condition(word: string): (row: Row) => boolean;

  /** The refusal of the word at hand. */
  protected abstract unexpected(): Error;

  read(): (row: Row) => boolean {
    const matcher = this.or();
    if (this.at < this.tokens.length) throw this.unexpected();
    return matcher;
  }

  protected next(): string {
    const found = this.tokens[this.at];
    if (found === undefined) throw this.unexpected();
    this.at += 1;
    return found;
  }

  protected takes(word: string): boolean {
    if (this.tokens[this.at] !== word) return false;
    this.at += 1;
    return true;
  }

  protected expect(word: string): void {
    if (!this.takes(word)) throw this.unexpected();
  }

  private or(): (row: Row) => boolean {
    const options = [this.and()];
    while (this.takes('or')) options.push(this.and());
    return (row) => options.some((matches) => matches(row));
  }

  private and(): (row: Row) => boolean {
    const conditions = [this.term()];
    while (this.takes('and')) conditions.push(this.term());
    return (row) => conditions.every((matches) => matches(row));
  }

  private term(): (row: Row) => boolean {
    if (this.takes('not')) {
      const inner = this.term();
      return (row) => !inner(row);
    }
    if (this.takes('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    return this.condition(this.next());
  }
}
