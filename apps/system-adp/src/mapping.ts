import type { payroll } from '#contracts';
import type { EarningCodes } from './settings.js';

/** Pay data of one person, as far as we send any. */
export interface Payee {
  associateOID: string;
  payNumber: string;
  payrollProfilePayInputs: [
    {
      payrollFileNumber: string;
      payInputs: [{ _modificationTypeCode: 'Add'; earningInputs: EarningInput[] }];
    },
  ];
}

interface EarningInput {
  earningCode: { codeValue: string };
  numberOfHours: number;
}

export interface PayDataInput {
  company: string;
  jobId: string;
  payees: Payee[];
}

/** A worker has one file number in the company, and is paid once a period. */
const onlyPayNumber = '1';
const fileNumberDigits = 6;

/** Worker 1042 has the file number 001042; null for a number that can be none. */
export const fileNumberOf = (workerNumber: string): string | null =>
  /^\d{1,6}$/.test(workerNumber) ? workerNumber.padStart(fileNumberDigits, '0') : null;

/** Hours with two decimals, half a hundredth rounded away from zero: rounded once for each person and earning. */
export function hoursOf(minutes: number): number {
  const hundredths = Math.floor((Math.abs(minutes) * 100 + 30) / 60);
  return (Math.sign(minutes) * hundredths) / 100;
}

/** The lines of each file number, in the order in which the workers come. */
export function byFileNumber(lines: payroll.PayLine[]): Map<string, payroll.PayLine[]> {
  const grouped = new Map<string, payroll.PayLine[]>();
  for (const line of lines) {
    const number = fileNumberOf(line.workerNumber);
    if (number) grouped.set(number, [...(grouped.get(number) ?? []), line]);
  }
  return grouped;
}

/** Somebody as ADP knows them. */
export interface Associate {
  associateOID: string;
  fileNumber: string;
}

export function toPayee({ associateOID, fileNumber }: Associate, lines: payroll.PayLine[], codes: EarningCodes): Payee {
  const minutes = new Map<string, number>();
  for (const { earning, minutes: more } of lines) {
    minutes.set(codes[earning], (minutes.get(codes[earning]) ?? 0) + more);
  }
  const earningInputs = [...minutes].map(([codeValue, sum]) => ({
    earningCode: { codeValue },
    numberOfHours: hoursOf(sum),
  }));
  return {
    associateOID,
    payNumber: onlyPayNumber,
    payrollProfilePayInputs: [
      { payrollFileNumber: fileNumber, payInputs: [{ _modificationTypeCode: 'Add', earningInputs }] },
    ],
  };
}

/** The product appends digits to this name; the key of the change makes it unlike any other's. */
export const jobIdOf = (periodEnd: string, key: string): string =>
  `TL_${periodEnd.replaceAll('-', '')}_${key.slice(0, 8)}`;

export const toEvent = ({ company, jobId, payees }: PayDataInput): object => ({
  events: [
    {
      data: {
        eventContext: { payrollGroupCode: { codeValue: company }, payrollProcessingJobID: jobId },
        transform: { payDataInput: { payeePayInputs: payees } },
      },
    },
  ],
});
