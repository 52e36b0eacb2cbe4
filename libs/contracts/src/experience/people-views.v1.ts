import { ListOf, Nested, Text } from '../fields.js';
import { AcquisitionMapping, AcquisitionSummary, AcquisitionView } from '../process/acquisitions.v1.js';
import { LoanOfWorker } from '../process/workforce.v1.js';
import { MissingPart } from '../process/operations.v1.js';

/** Acquisitions of late. */
export class AcquisitionOverview {
  @ListOf('Acquisitions, the newest first', () => AcquisitionSummary, { max: 50 })
  items!: AcquisitionSummary[];

  @ListOf('Process APIs that gave no answer', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** One acquisition, and what its values mean with us. */
export class AcquisitionDetail {
  @Nested('The acquisition', () => AcquisitionView)
  acquisition!: AcquisitionView;

  @ListOf('Mappings: unclear first, then proposed, then accepted', () => AcquisitionMapping, { max: 5000 })
  mappings!: AcquisitionMapping[];
}

/** Who works for another legal entity on its platforms. */
export class LoanOverview {
  @ListOf('Loans, by worker', () => LoanOfWorker, { max: 500 })
  items!: LoanOfWorker[];

  @ListOf('Process APIs that gave no answer', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** A value of one system, and what it is in another. */
export class MappedValue {
  @Text('The value')
  from!: string;

  @Text('What it is mapped to')
  to!: string;
}

/** A table of what values mean, as the estate file has it. */
export class MappingTable {
  @Text('Name in `mappings` of estate.yaml, e.g. `roleOfGrade`', { max: 80 })
  name!: string;

  @ListOf('Its rows', () => MappedValue, { max: 5000 })
  rows!: MappedValue[];
}

/** Every mapping table in force. */
export class MappingTableList {
  @ListOf('Tables', () => MappingTable, { max: 100 })
  items!: MappingTable[];
}
