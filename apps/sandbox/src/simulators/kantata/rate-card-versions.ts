import type { World } from '../../core/simulator.js';
import { invalid } from './errors.js';
import { rolesOf, today, versionOf } from './rate-card-rules.js';
import type { Stored } from './resource.js';
import { insert, overwrite } from './rows.js';

/** A version of a set has one of each card, cloned where a version to clone is named. */
export function versionsOfCards(world: World, made: Stored): Stored {
  for (const card of cardsOf(world, made.rate_card_set_id)) {
    const source = made.clone_id ? versionOf(world, card.id, String(made.clone_id)) : undefined;
    addVersion(world, card.id, made.id, source);
  }
  return made;
}

/** A new card has a version in every version of its set. Assumption, unconfirmed by the vendor: of rate 0 at first. */
export function versionsOfCard(world: World, card: Stored): Stored {
  for (const setVersion of world.store.list<Stored>('rate_card_set_versions'))
    if (setVersion.rate_card_set_id === card.rate_card_set_id) addVersion(world, card.id, setVersion.id);
  return card;
}

/** A new set has a first version, and the cards of the version it is cloned from. */
export function firstVersion(world: World, set: Stored): Stored {
  const source = world.store.get<Stored>('rate_card_set_versions', String(set.clone_version_id));
  const first = insert(world, 'rate_card_set_versions', {
    rate_card_set_id: set.id,
    effective_date: today(world),
    active: false,
  });
  for (const card of source ? cardsOf(world, source.rate_card_set_id) : []) {
    const { currency } = card;
    const title = `${String(set.title)} ${String(currency)}`;
    const own = insert(world, 'rate_cards', { rate_card_set_id: set.id, currency, rate_card_set_title: title });
    addVersion(world, own.id, first.id, versionOf(world, card.id, source!.id));
  }
  return set;
}

const cardsOf = (world: World, setId: unknown): Stored[] =>
  world.store.list<Stored>('rate_cards').filter((card) => card.rate_card_set_id === setId);

function addVersion(world: World, cardId: string, setVersionId: string, source?: Stored): void {
  const version = insert(world, 'rate_card_versions', {
    rate_card_id: cardId,
    rate_card_set_version_id: setVersionId,
    default_rate: source?.default_rate ?? 0,
  });
  for (const { role_id, rate } of source ? rolesOf(world, source.id) : [])
    insert(world, 'rate_card_roles', { rate_card_version_id: version.id, role_id, rate });
}

/** Lets a version take effect on its date, once and for all. Assumption, unconfirmed by the vendor: a repeat is fine. */
export function publish(world: World, version: Stored): Stored {
  if (version.active === true) return version;
  if (String(version.effective_date) < today(world))
    throw invalid('effective_date', 'Effective date must not be in the past');
  const other = world.store.find<Stored>(
    'rate_card_set_versions',
    (candidate) =>
      candidate.rate_card_set_id === version.rate_card_set_id &&
      candidate.active === true &&
      candidate.effective_date === version.effective_date,
  );
  if (other) throw invalid('effective_date', 'Another version of this set takes effect on that date');
  return overwrite(world, 'rate_card_set_versions', version, { active: true });
}
