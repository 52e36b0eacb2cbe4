import { AddDeliveries1700000000032, CreateEvents1700000000000 } from '#events';
import { CreateAudit1700000000030, CreateRouting1700000000090, GuardAuditHead1700000000052 } from '#platform';
import { AddExceptionSystem1700000000190, AddExceptionWork1700000000031 } from './exception-schema.js';
import {
  AddRunBegun1700000000090,
  AddRunNudged1700000000100,
  AddStaleSteps1700000000005,
  AddWaiting1700000000007,
  AddWaitSince1700000000050,
  AddWindowWaits1700000000060,
  CreateWorkflow1700000000003,
} from './schema.js';

/** The tables every process app has. */
export const processMigrations = [
  CreateEvents1700000000000,
  CreateWorkflow1700000000003,
  AddStaleSteps1700000000005,
  AddWaiting1700000000007,
  CreateAudit1700000000030,
  AddExceptionWork1700000000031,
  AddDeliveries1700000000032,
  AddWaitSince1700000000050,
  GuardAuditHead1700000000052,
  AddWindowWaits1700000000060,
  AddRunBegun1700000000090,
  CreateRouting1700000000090,
  AddRunNudged1700000000100,
  AddExceptionSystem1700000000190,
];
