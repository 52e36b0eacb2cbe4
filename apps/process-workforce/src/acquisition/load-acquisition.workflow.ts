import { events } from '#contracts';
import { defineWorkflow } from '#workflow';
import type { LoadDesk } from './load-desk.js';

export interface LoadAcquisition {
  acquisition: string;
  /** 1 is the load somebody asked for; each correction after it begins one for the rows it made clear. */
  pass: number;
}

export interface AcquisitionServices {
  desk: LoadDesk;
}

/** From the people of an acquired firm to staffable ones: managers first, a portion at a time (E17). */
export const loadAcquisition = defineWorkflow<LoadAcquisition, AcquisitionServices>({
  name: 'acquisition-load',
  version: 1,
  class: { latency: 'scheduled', criticality: 'staffing', recovery: 'resume', slo: '4h' },
  owners: { default: 'hr-operations' },
  runKey: ({ acquisition, pass }) => `${acquisition}/${pass}`,

  async run(flow, { acquisition, pass }, { desk }) {
    const { name, legalEntity, portions } = await flow.step('take what is clear', {
      act: () => desk.plan(acquisition, pass),
      rehearse: () => ({ name: acquisition, legalEntity: '', portions: [] }),
    });
    const people = portions.flat().length;
    flow.about({ title: `Load ${pass} of acquisition ${name}: ${people} people`, ...(legalEntity && { legalEntity }) });
    for (const [at, numbers] of portions.entries()) {
      const portion = `portion ${at + 1} of ${portions.length}`;
      const { goOn } = await flow.read(`leave for ${portion}`, () => desk.leave(acquisition));
      if (!goOn) {
        await flow.step('give back who was not begun with', { act: () => desk.handBack(acquisition, pass) });
        return;
      }
      await flow.step(`onboard ${portion}`, { act: () => desk.begin(acquisition, numbers) });
      await flow.read(`end of ${portion}`, () => desk.settled(acquisition, numbers));
    }
    await flow.publish('tell that these are through', {
      type: events.acquisitionImported,
      subject: `acquisition/${acquisition}`,
      data: { acquisition, name, legalEntity, pass, people },
    });
  },
});
