import type { World } from '../../core/simulator.js';
import { basicEarnings, codedEarnings } from './codes.js';
import type { PayrollGroup } from './company.js';

const transforms = '/payDataInput/payeePayInputs';
const inputs = `${transforms}/payrollProfilePayInputs/payInputs`;
const field = (isOptional: boolean, label: string, codeList?: object): object => ({
  ...(codeList && { codeList }),
  readOnly: false,
  optional: isOptional,
  hidden: false,
  shortLabelName: label,
});

/** What the event takes in this company: a part of the vendor's list, in its shape. */
export function eventMeta(world: World): object {
  const groups = world.store.list<PayrollGroup>('payrollGroup');
  const companies = groups.map(({ code, name }) => ({ codeValue: code, shortName: name }));
  const coded = Object.entries(codedEarnings).flatMap(([code, name]) =>
    groups.map((group) => ({
      valueDescription: `${code} - ${name}`,
      foreignKey: group.code,
      codeValue: code,
      longName: name,
    })),
  );
  const basic = Object.entries(basicEarnings).map(([codeValue, shortName]) => ({ codeValue, shortName }));
  return {
    meta: {
      queryCriteria: [],
      '/data/eventContext': {
        '/payrollGroupCode': field(false, 'Company Code', { codeListTitle: 'Company Code', listItems: companies }),
        '/payrollProcessingJobID': field(false, 'Batch ID'),
      },
      '/data/transforms': [
        {
          [`${transforms}/associateOID`]: field(false, 'Associate ID'),
          [`${transforms}/payNumber`]: field(false, 'Pay Number'),
          [`${transforms}/payrollProfilePayInputs/payrollFileNumber`]: field(false, 'Field #'),
          [`${inputs}/earningInputs/earningCode`]: field(true, 'Earning Code', { listItems: [...basic, ...coded] }),
          [`${inputs}/earningInputs/numberOfHours`]: field(true, 'Reg Hours'),
          [`${inputs}/codedHoursEarningInputs/hoursEarningCode/codeValue`]: field(true, 'Hours & Earnings Code', {
            codeListTitle: 'Hours & Earnings Code',
            listItems: coded,
          }),
        },
      ],
    },
  };
}
