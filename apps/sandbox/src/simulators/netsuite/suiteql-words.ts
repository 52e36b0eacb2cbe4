import { type Token, unsupported } from './suiteql-tokens.js';

const end: Token = { kind: 'symbol', text: 'end of query' };

/** Goes through the words of a query one after the other. */
export class Words {
  private at = 0;

  constructor(private readonly words: Token[]) {}

  protected get ahead(): Token {
    return this.words[this.at] ?? end;
  }

  end(): void {
    if (this.at < this.words.length) throw this.unexpected();
  }

  protected is(text: string): boolean {
    return this.ahead.kind !== 'string' && this.ahead.text.toUpperCase() === text;
  }

  protected taken(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += 1;
    return true;
  }

  protected expect(text: string): void {
    if (!this.taken(text)) throw this.unexpected();
  }

  protected take(kind: Token['kind']): string {
    const { kind: found, text } = this.ahead;
    if (found !== kind) throw this.unexpected();
    this.at += 1;
    return text;
  }

  protected text(): string {
    return this.take('string').slice(1, -1).replaceAll("''", "'");
  }

  protected word(): string {
    return this.take('word').toLowerCase();
  }

  protected inParentheses<T>(inner: () => T): T {
    this.expect('(');
    const found = inner();
    this.expect(')');
    return found;
  }

  protected commaList<T>(item: () => T): T[] {
    const items = [item()];
    while (this.taken(',')) items.push(item());
    return items;
  }

  protected unexpected(): Error {
    return unsupported(this.ahead.text);
  }
}
