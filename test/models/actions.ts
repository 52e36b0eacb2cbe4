import fc from 'fast-check';

/** Something that is done to the product and to the model of it; it expects both to answer the same. */
export type Action<Model extends object, Real> = fc.AsyncCommand<Model, Real>;

export const action = <Model extends object, Real>(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  may: (model: Readonly<Model>) => boolean = () => true,
): Action<Model, Real> => ({ check: may, run, toString: () => name });

/**
 * Does random actions to product and model, each history on fresh ground; what fails is told in its shortest form, with
 * the seed to see it again (MODEL_SEED). The seed is the same from day to day unless it is given.
 */
export async function compare<Model extends object, Real>(
  actions: fc.Arbitrary<Action<Model, Real>>[],
  ground: () => Promise<{ model: Model; real: Real }>,
  histories: number,
  atTheEnd: (model: Model, real: Real) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const property = fc.asyncProperty(fc.commands(actions, { maxCommands: 40, size: 'max' }), async (history) => {
    const fresh = await ground();
    await fc.asyncModelRun(() => fresh, history);
    await atTheEnd(fresh.model, fresh.real);
  });
  await fc.assert(property, {
    numRuns: histories,
    seed: Number(process.env.MODEL_SEED ?? 20_261),
    endOnFailure: false,
  });
}
