/** Fills a display format such as `TCH-{MM}-{DD}-{YYYY}-{000000}`; the zeros say how many digits there are at least. */
export function autoNumber(format: string, number: number, at: Date): string {
  const [year, month, day] = at.toISOString().slice(0, 10).split('-');
  return format
    .replaceAll('{YYYY}', year!)
    .replaceAll('{MM}', month!)
    .replaceAll('{DD}', day!)
    .replace(/\{(0+)\}/, (_whole, zeros: string) => String(number).padStart(zeros.length, '0'));
}
