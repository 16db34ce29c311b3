/** One institution of the corridor at its desk: issues in its own name and counts what it issued. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';

export interface Paper {
  readonly type: string;
  readonly claims: JsonObject;
  readonly about?: string;
  /** Recipients; else the institution that this one works with, or all parties of what it follows. */
  readonly to?: readonly string[];
}

export interface IssuedPaper {
  readonly id: string;
  readonly findings: readonly Finding[];
}

export interface Attempt {
  readonly id?: string;
  readonly codes: readonly string[];
}

export class Side {
  readonly institution: Institution;
  readonly #profile: string;
  readonly #other: string;
  /** Records issued here, by type. */
  readonly issued = new Map<string, number>();
  #waiting: (() => void)[] = [];

  constructor(institution: Institution, profile: string, other: string) {
    this.institution = institution;
    this.#profile = profile;
    this.#other = other;
    institution.listen('now', ({ kind }) => {
      if (kind !== 'receipt') return;
      for (const resolve of this.#waiting) resolve();
      this.#waiting = [];
    });
  }

  /** What an honest season issues is never refused: anything else is a fault of the plan or of the rules. */
  async issue(paper: Paper): Promise<IssuedPaper> {
    const issued = await this.try(paper);
    if (issued instanceof Rejected) throw new Error(`${paper.type} ${said(paper.claims)}: ${told(issued)}`);
    return issued;
  }

  /** What is expected to be refused: codes of why, or the record all the same. */
  async attempt(paper: Paper): Promise<Attempt> {
    const answer = await this.try(paper);
    return answer instanceof Rejected
      ? { codes: refusing(answer).map(({ code }) => code) }
      : { id: answer.id, codes: [] };
  }

  async try({ type, claims, about, to }: Paper): Promise<IssuedPaper | Rejected> {
    const recipients = to ?? (about === undefined ? [this.#other] : []);
    const draft = { profile: this.#profile, type, to: recipients, claims, annexes: [] };
    const answer = await this.institution.issue({ ...draft, ...(about !== undefined && { about }) });
    if (answer instanceof Refusal) throw new Error(`${type}: ${answer.code}`);
    if (answer instanceof Rejected) return answer;
    this.issued.set(type, (this.issued.get(type) ?? 0) + 1);
    return { id: answer.record.id, findings: answer.record.findings };
  }

  /** Resolves when every other institution has cosigned all that is on its channel, also by the server itself. */
  async received(): Promise<void> {
    for (;;) {
      const receipt = new Promise<void>((resolve) => this.#waiting.push(resolve));
      const channels = await this.institution.channels();
      if (channels.every(({ direction, lag }) => direction === 'in' || lag === 0)) return;
      await receipt;
    }
  }
}

const refusing = ({ findings }: Rejected): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'refuse');

export const told = (rejected: Rejected): string =>
  refusing(rejected)
    .map(({ code, path, detail }) => `${code} ${path} ${JSON.stringify(detail ?? {})}`)
    .join('; ');

const said = (claims: JsonObject): string => String(claims['number'] ?? claims['id'] ?? claims['kind'] ?? '');
