import type { VendorRecord } from '../evidence.js';

/** Id of a workspace in the PSA → the code of its project. */
export const workspaceReferences = (records: VendorRecord[]): Map<string, string> =>
  new Map(
    records
      .filter(({ collection, data }) => collection === 'external_references' && data.subject_type === 'Workspace')
      .map(({ data }) => [String(data.subject_id), String(data.service_model_ref)]),
  );
