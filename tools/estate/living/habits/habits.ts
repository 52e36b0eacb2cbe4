import type { Habit } from '../life.js';
import { approveTime } from './approve-time.js';
import { changeOfMind } from './change-of-mind.js';
import { extendStaffing } from './extend-staffing.js';
import { hire } from './hire.js';
import { lateApproval } from './late-approval.js';
import { newCustomer } from './new-customer.js';
import { promote } from './promote.js';
import { putRight } from './put-right.js';
import { recordTime } from './record-time.js';
import { staffDeal } from './staff-deal.js';
import { takeLeave } from './take-leave.js';
import { winDeal } from './win-deal.js';
import { withdrawLeave } from './withdraw-leave.js';
import { wrongRate } from './wrong-rate.js';

/** All the firm's people are in the habit of. */
export const habits: Habit[] = [
  newCustomer,
  winDeal,
  hire,
  promote,
  staffDeal,
  extendStaffing,
  recordTime,
  approveTime,
  lateApproval,
  wrongRate,
  changeOfMind,
  takeLeave,
  withdrawLeave,
  putRight,
];
