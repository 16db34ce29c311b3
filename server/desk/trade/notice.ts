/** What a notice is about: names to follow, never what they say. */
export interface About {
  readonly application?: string;
  /** What people call the application by. */
  readonly number?: string;
  /** Hex id. */
  readonly record?: string;
  /** State that the record has come to. */
  readonly state?: string;
  readonly enrolment?: string;
  readonly webhook?: string;
  readonly count?: number;
}

/** Where the workbench shows it. */
export function pageOf({ application, record, enrolment, webhook, count }: About): string {
  if (application !== undefined) return `/desk/applications/${application}`;
  if (record !== undefined) return `/desk/records/${record}`;
  if (enrolment !== undefined) return '/desk/administration/enrolments';
  if (webhook !== undefined) return '/desk/administration/webhooks';
  return count === undefined ? '/desk' : '/desk/inbox?lane=overdue';
}
