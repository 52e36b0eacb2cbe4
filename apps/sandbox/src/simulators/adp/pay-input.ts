import { isCoded, isEarning } from './codes.js';
import { isInvalid } from './errors.js';

export type Node = Record<string, unknown>;

/** Everything of one kind of code that somebody is to be paid. */
export interface PayInput {
  earningInputs: Node[];
  codedHoursEarningInputs: Node[];
  memoInputs: Node[];
  deductionInputs: Node[];
  reimbursementInputs: Node[];
  payAllocation: Node;
}

const earningPath = 'payrollProfilePayInputs/payInputs/earningInputs';

/** What is told of a rate sent with a rate code, word for word. */
const twoRates =
  'Label not found, missing following key: A paydata transaction may contain either temporary rate or temporary rate code.  ';

/** Reads one pay input as the product keeps and echoes it; what is wrong with it is added to `problems`. */
export function readPayInput(sent: Node, problems: string[]): PayInput {
  const input = {
    earningInputs: nodes(sent.earningInputs).map((earning) => readEarning(earning, problems)),
    codedHoursEarningInputs: nodes(sent.codedHoursEarningInputs).map((earning) => readCoded(earning, problems)),
    memoInputs: nodes(sent.memoInputs),
    deductionInputs: nodes(sent.deductionInputs),
    reimbursementInputs: nodes(sent.reimbursementInputs),
    payAllocation: isNode(sent.payAllocation) ? sent.payAllocation : {},
    // Reportable earnings are taken and not echoed: a known issue in the vendor's guide.
  };
  return input;
}

function readEarning(sent: Node, problems: string[]): Node {
  const code = codeOf(sent.earningCode);
  if (!isEarning(code)) problems.push(isInvalid(`${earningPath}/earningCode/codeValue: ${code}`));
  if (isNode(sent.rate) && sent.rateCode !== undefined) problems.push(twoRates);
  const { earnedPayPeriodWeekNumber: week } = sent;
  return {
    earningCode: { codeValue: code },
    ...figures(sent, problems),
    ...(isNode(sent.rate) && { rate: { ...sent.rate, rateValue: Number(sent.rate.rateValue) } }),
    ...(sent.rateCode !== undefined && { rateCode: sent.rateCode }),
    ...((typeof week === 'number' || typeof week === 'string') && { earnedPayPeriodWeekNumber: String(week) }),
    memoInputs: [],
  };
}

function readCoded(sent: Node, problems: string[]): Node {
  const code = codeOf(sent.hoursEarningCode);
  if (!isCoded(code)) problems.push(isInvalid(`codedHoursEarning: ${code}`));
  return { hoursEarningCode: { codeValue: code }, ...figures(sent, problems) };
}

/**
 * Hours or an amount; numbers may come as text.
 * Assumption, unconfirmed by the vendor: what is no number is invalid, and a line says at least one of hours, amount, rate.
 */
function figures(sent: Node, problems: string[]): Node {
  const { numberOfHours: hours, earningsAmount: amount, rate } = sent;
  if (hours !== undefined && !isFigure(hours))
    problems.push(isInvalid(`${earningPath}/numberOfHours: ${String(hours)}`));
  if (isNode(amount) && !isFigure(amount.amountValue))
    problems.push(isInvalid(`${earningPath}/earningsAmount/amountValue: ${String(amount.amountValue)}`));
  if (hours === undefined && !isNode(amount) && !isNode(rate)) problems.push(isInvalid(`${earningPath}/numberOfHours`));
  return {
    ...(hours !== undefined && { numberOfHours: Number(hours) }),
    ...(isNode(amount) && { earningsAmount: { ...amount, amountValue: Number(amount.amountValue) } }),
  };
}

const isFigure = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Codes are objects of a value and names. */
export const codeOf = (value: unknown): string =>
  isNode(value) && typeof value.codeValue === 'string' ? value.codeValue : '';
