import { Injectable } from '@nestjs/common';
import {
  type AcquisitionControl,
  type AcquisitionList,
  type AcquisitionRehearsal,
  type AcquisitionRequest,
  type AcquisitionView,
  type MappingDecision,
  type AcquisitionMapping,
} from '#contracts';
import { derivedId, Failure } from '#kernel';
import { type EstateView, nameOf, once, type Person, recordAudit, type Systems } from '#platform';
import { type AcquiredPeopleRepository } from './acquired-people.repository.js';
import { readAcquisition } from './acquisition-file.js';
import type { AcquisitionRepository } from './acquisition.repository.js';
import { assess } from './assessment.js';
import { compared } from './comparison.js';
import { type Directory, readDirectory } from './directory.js';
import { nobodyYet } from './duplicates.js';
import type { LoadStart } from './load-start.js';
import type { Mappings } from './mappings.js';
import { rehearsalOf, viewOf } from './report.js';

export interface AcquisitionParts {
  systems: Systems;
  estate: EstateView;
  acquisitions: AcquisitionRepository;
  people: AcquiredPeopleRepository;
  mappings: Mappings;
  start: LoadStart;
}

/** Takes the people of an acquired firm, says what they mean with us, and lets them be loaded. */
@Injectable()
export class AcquisitionService {
  constructor(private readonly parts: AcquisitionParts) {}

  async upload(request: AcquisitionRequest, key: string, caller: Person): Promise<AcquisitionView> {
    const { acquisitions, estate } = this.parts;
    const { name, legalEntity, reason } = request;
    const id = derivedId('acquisition', caller.subject, key);
    if (!estate.legalEntity(legalEntity)) throw unknownEntity(legalEntity, estate);
    const people = readAcquisition(request).map((row) => ({
      ...row,
      match: nobodyYet,
      leftOut: false,
      samePersonAs: null,
      pass: null,
    }));
    const { rows, mappings } = compared({ rows: people, mappings: [] }, await this.directory(id, legalEntity));
    await once(acquisitions.database, async (manager) => {
      const isNew = await acquisitions.keep(manager, { id, name, legalEntity }, rows, caller);
      if (!isNew) return;
      await acquisitions.putMappings(manager, id, mappings);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'acquisition.upload',
        subject: `acquisition/${id}`,
        reason,
        after: { legalEntity, people: String(rows.length), person: caller.subject },
      });
    });
    return this.get(id);
  }

  async list(): Promise<AcquisitionList> {
    const all = await Promise.all((await this.parts.acquisitions.latest(shownAtOnce)).map((id) => this.get(id)));
    return { items: all.map(({ rows: _rows, ...summary }) => summary) };
  }

  async get(id: string): Promise<AcquisitionView> {
    const { acquisitions, people } = this.parts;
    const acquisition = await acquisitions.get(id);
    const rows = await acquisitions.rowsOf(id);
    const mappings = await acquisitions.mappingsOf(id);
    const { verdicts } = assess(rows, mappings);
    return viewOf(acquisition, { rows, mappings, verdicts, onboardings: await people.onboardings(id) });
  }

  mappings(id: string): Promise<AcquisitionMapping[]> {
    return this.parts.mappings.list(id);
  }

  async decide(id: string, key: string, decision: MappingDecision, caller: Person): Promise<AcquisitionMapping> {
    await this.parts.mappings.decide(id, key, decision, caller);
    const [kind, ...foreign] = key.split('/');
    const all = await this.parts.mappings.list(id);
    return all.find((one) => one.kind === kind && one.foreign === foreign.join('/'))!;
  }

  /** What a load would do now; reads and keeps nothing. */
  async rehearse(id: string): Promise<AcquisitionRehearsal> {
    const { acquisitions, people } = this.parts;
    const acquisition = await acquisitions.get(id);
    const kept = { rows: await acquisitions.rowsOf(id), mappings: await acquisitions.mappingsOf(id) };
    const { rows, mappings } = compared(kept, await this.directory(id, acquisition.legalEntity));
    const { verdicts, issues } = assess(rows, mappings);
    return rehearsalOf(
      viewOf(acquisition, { rows, mappings, verdicts, onboardings: await people.onboardings(id) }),
      issues.filter((issue) => rows.some(({ row, pass }) => pass === null && issue.rows.includes(row))),
    );
  }

  /** Lets what is clear be loaded; who uploaded it cannot (four eyes). */
  async load(id: string, reason: string, caller: Person): Promise<AcquisitionView> {
    const { acquisitions, start } = this.parts;
    await once(acquisitions.database, async (manager) => {
      const { state, uploader, uploadedBy } = await acquisitions.lock(manager, id);
      if (caller.subject === uploader) {
        throw new Failure('forbidden', `${uploadedBy} uploaded it; somebody else has to let it be loaded`, {
          code: 'same-person',
        });
      }
      if (state === 'loading' || state === 'paused') throw wrongState(state);
      await acquisitions.setState(manager, id, 'loading', nameOf(caller));
      await start.begin(manager, id);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'acquisition.load',
        subject: `acquisition/${id}`,
        reason,
        after: { person: caller.subject },
      });
    });
    return this.get(id);
  }

  async control(id: string, { action, reason }: AcquisitionControl, caller: Person): Promise<AcquisitionView> {
    const { acquisitions } = this.parts;
    await once(acquisitions.database, async (manager) => {
      const { state } = await acquisitions.lock(manager, id);
      const { from, to } = controls[action];
      if (!(from as string[]).includes(state)) throw wrongState(state);
      await acquisitions.setState(manager, id, to);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: `acquisition.${action}`,
        subject: `acquisition/${id}`,
        reason,
        before: { state },
        after: { state: to, person: caller.subject },
      });
    });
    return this.get(id);
  }

  private async directory(id: string, legalEntity: string): Promise<Directory> {
    const { systems, estate, people } = this.parts;
    const directory = await readDirectory(systems, estate, legalEntity);
    return { ...directory, people: [...directory.people, ...(await people.elsewhere(id))] };
  }
}

const shownAtOnce = 50;

type State = AcquisitionView['state'];

const controls: Record<AcquisitionControl['action'], { from: State[]; to: State }> = {
  pause: { from: ['loading'], to: 'paused' },
  resume: { from: ['paused'], to: 'loading' },
  cancel: { from: ['loading', 'paused'], to: 'cancelled' },
};

const wrongState = (state: State): Failure =>
  new Failure('conflict', `this cannot be done to an acquisition that is ${state}`, { code: 'wrong-state' });

const unknownEntity = (code: string, estate: EstateView): Failure =>
  new Failure('rejected', `"${code}" is no legal entity of this estate`, {
    code: 'unknown-legal-entity',
    remedy: `use one of ${estate.legalEntities.map((entity) => entity.code).join(', ')}`,
    fields: [{ field: 'legalEntity', message: 'is not in estate.yaml' }],
  });
