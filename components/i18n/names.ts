import type { DocumentType } from '../../lib/model/document.ts';
import type { Label, Signal } from '../../lib/model/stage.ts';
import type { Level } from '../../lib/model/writer.ts';

/** Keys of the words by which stages, signals and document types are called everywhere. */
export const LABEL_NAMES: Readonly<Record<Label, string>> = {
  execution: 'stageExecution',
  strategy: 'stageStrategy',
  organisation: 'stageOrganisation',
  none: 'stageNone',
};

export const DOCUMENT_TYPE_NAMES: Readonly<Record<DocumentType, string>> = {
  spec: 'documentTypeSpec',
  'one-pager': 'documentTypeOnePager',
  strategy: 'documentTypeStrategy',
  plan: 'documentTypePlan',
  org: 'documentTypeOrg',
  launch: 'documentTypeLaunch',
  update: 'documentTypeUpdate',
};

export const SIGNAL_NAMES: Readonly<Record<Signal, string>> = {
  discover: 'signalDiscover',
  define: 'signalDefine',
  design: 'signalDesign',
  develop: 'signalDevelop',
  deliver: 'signalDeliver',
  debrief: 'signalDebrief',
  opportunity: 'signalOpportunity',
  market: 'signalMarket',
  vision: 'signalVision',
  goals: 'signalGoals',
  bets: 'signalBets',
  business: 'signalBusiness',
  hiring: 'signalHiring',
  coaching: 'signalCoaching',
  structure: 'signalStructure',
  process: 'signalProcess',
  culture: 'signalCulture',
  alignment: 'signalAlignment',
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  associate: 'levelAssociate',
  pm: 'levelPm',
  senior: 'levelSenior',
  lead: 'levelLead',
  director: 'levelDirector',
};
