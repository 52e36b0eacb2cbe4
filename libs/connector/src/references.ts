import { Failure } from '#kernel';

/** The references of the lines of a batch; stated twice, one would stand for two things. */
export function distinctReferences(lines: readonly { reference: string }[]): string[] {
  const references = lines.map(({ reference }) => reference);
  const fields = references.flatMap((reference, index) =>
    references.indexOf(reference) < index
      ? [{ field: `lines.${index}.reference`, message: `${reference} is there already` }]
      : [],
  );
  if (fields.length === 0) return references;
  throw new Failure('rejected', 'lines of the batch have the same reference', {
    code: 'reference-repeated',
    remedy: 'state each line once, under a reference of its own',
    fields,
  });
}
