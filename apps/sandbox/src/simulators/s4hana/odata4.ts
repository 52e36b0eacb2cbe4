import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { bill } from './billing.js';
import type { Row } from './edm.js';
import { errorBody4, GatewayError, invalidSyntax, unknownSegment } from './errors.js';
import type { Answer } from './gateway.js';
import { profiles } from './project-rules.js';
import { statuses } from './project-status.js';
import { parseJson } from './read-draft.js';
import { today } from './service.js';
import { trialOf } from './undoable.js';
import { dayOf } from './wire-values.js';

const billing = 'api_billingdocument/srvd_a2x/sap/billingdocument/0001/BillingDocument';

/** Code lists of the vendor's V4 services: path → rows. */
const lists: Record<string, () => object[]> = {
  'api_entprojprocessingstat/srvd_a2x/sap/entprojectprocessingstatus/0001/ProcessingStatus': () =>
    Object.entries(statuses).map(([ProcessingStatus, ProcessingStatusText]) => ({
      ProcessingStatus,
      ProcessingStatusText,
    })),
  'api_entprojectprofilecode/srvd_a2x/sap/entprojectprofilecode/0001/ProjectProfileCode': () =>
    Object.entries(profiles).map(([ProjectProfileCode, ProjectProfileCodeText]) => ({
      ProjectProfileCode,
      ProjectProfileCodeText,
    })),
};

/** Answers a call of an OData V4 service: two code lists, and the action that bills. No query options are taken. */
export function answer4(world: World, method: string, url: string, request: FastifyRequest): Answer {
  try {
    const list = lists[url];
    if (list && (method === 'GET' || method === 'HEAD'))
      return { status: 200, headers: {}, body: { '@odata.context': '$metadata', value: list() } };
    if (url === `${billing}/SAP__self.CreateFromSDDocument` && method === 'POST')
      return { status: 200, headers: {}, body: createFromDocuments(world, request) };
    throw unknownSegment(url);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { status: error.status, headers: {}, body: errorBody4(error) };
  }
}

interface Asked {
  _Control?: { DefaultBillingDocumentDate?: string };
  _Reference?: { SDDocument?: string; BillingDocumentDate?: string }[];
}

/** Bills all the documents named or, where one of them cannot be, none. */
function createFromDocuments(world: World, request: FastifyRequest): object {
  const { _Control, _Reference = [] } = parseJson(String(request.body)) as Asked;
  if (_Reference.length === 0) throw invalidSyntax('Enter at least one reference');
  const trial = trialOf(world);
  try {
    const documents = _Reference.map((reference) => {
      const date = reference.BillingDocumentDate ?? _Control?.DefaultBillingDocumentDate;
      const document = bill(trial.world, String(reference.SDDocument), dateOf(world, date));
      const id = String(document.BillingDocument);
      trial.world.ledger(request, { operation: 'create', entity: 'A_BillingDocument', id, data: reference });
      return document;
    });
    trial.keep();
    return { '@odata.context': '$metadata#BillingDocument', value: documents.map(plain) };
  } catch (error) {
    trial.takeBack();
    throw error;
  }
}

/** V4 writes days as days. */
function dateOf(world: World, day: string | undefined): string {
  if (day === undefined) return today(world);
  const found = dayOf(`${day}T00:00:00`);
  if (!found) throw invalidSyntax(`Invalid value '${day}' for BillingDocumentDate`);
  return found;
}

const plain = ({ BillingDocument, BillingDocumentType, BillingDocumentDate }: Row): object => ({
  BillingDocument,
  BillingDocumentType,
  BillingDocumentDate: String(BillingDocumentDate).slice(0, 10),
});
