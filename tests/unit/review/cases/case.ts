import type { DocumentType } from '../../../../lib/model/document.ts';
import type { Level } from '../../../../lib/model/writer.ts';

/** A small document written for the purpose: one advice must be among the first three, one must not come at all. */
export interface AdviceCase {
  readonly name: string;
  readonly type: DocumentType;
  readonly must: string;
  readonly mustNot: string;
  readonly title: string;
  /** In the form that `written` reads. */
  readonly text: string;
  readonly level?: Level;
  readonly aim?: Level;
}
