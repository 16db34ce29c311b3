/** The story of a profile, told by the servers of a demonstration corridor. */
import type { JsonObject } from './canonical.ts';

/** What is known when a step of the story is told. */
export interface Told {
  /** Record id of an earlier step: of the profile's own story, or of another's as `profile/key`. */
  id(key: string): string;
  /** The day that lies `offset` days from the end of the story, as `YYYY-MM-DD`, UTC. */
  day(offset: number): string;
  /** The instant that lies `offset` days from the end of the story, as `YYYY-MM-DDThh:mm:ssZ`. */
  time(offset: number): string;
}

/** One record of the story that a demonstration server tells on its first start. */
export interface DemonstrationStep {
  /** Name of the step, for `about` of later ones. */
  readonly key: string;
  /** When it is issued, in days from the end of the story: zero or less, with fractions. */
  readonly at: number;
  /** Institution that issues it. */
  readonly by: string;
  readonly to: readonly string[];
  readonly type: string;
  /** Key of the earlier step that this one follows. */
  readonly about?: string;
  /**
   * Code for which the institution's own server must refuse it. Nothing is issued; what would have stood alone stays as
   * a draft with the institution's inspector, who sees why.
   */
  readonly refused?: string;
  /** Nothing is issued: the institution's trader applies for it, and leaves it to the office. */
  readonly applied?: true;
  /** The claims, or a document of one of the profile's formats to read them from. */
  claims?(told: Told): JsonObject;
  document?(told: Told): { readonly mediaType: string; readonly text: string };
}
