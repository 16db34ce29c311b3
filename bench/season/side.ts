/** One institution of the corridor at its desk: issues in its own name and counts what it issued. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Finding } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { Rejected } from '../../server/institution/service.ts';

export interface Paper {
  readonly type: string;
  readonly claims: JsonObject;
  readonly about?: string;
}

export interface IssuedPaper {
  readonly id: string;
  readonly findings: readonly Finding[];
}

export class Side {
  readonly institution: Institution;
  readonly #other: string;
  /** Records issued here, by type. */
  readonly issued = new Map<string, number>();

  constructor(institution: Institution, other: string) {
    this.institution = institution;
    this.#other = other;
  }

  /** What an honest season issues is never refused: anything else is a fault of the plan or of the rules. */
  async issue(paper: Paper): Promise<IssuedPaper> {
    const issued = await this.try(paper);
    if (issued instanceof Rejected) throw new Error(`${paper.type} ${said(paper.claims)}: ${told(issued)}`);
    return issued;
  }

  async try({ type, claims, about }: Paper): Promise<IssuedPaper | Rejected> {
    const draft = { profile: 'phytosanitary', type, to: [this.#other], claims, annexes: [] };
    const answer = await this.institution.issue({ ...draft, ...(about !== undefined && { about }) });
    if (answer instanceof Refusal) throw new Error(`${type}: ${answer.code}`);
    if (answer instanceof Rejected) return answer;
    this.issued.set(type, (this.issued.get(type) ?? 0) + 1);
    return { id: answer.record.id, findings: answer.record.findings };
  }

  /** Resolves when the other side has cosigned all that was issued here. */
  async caughtUp(): Promise<void> {
    for (let wait = 0; ; wait = Math.min(wait + 1, 10)) {
      const channels = await this.institution.channels();
      const out = channels.filter(({ direction }) => direction === 'out');
      if (out.every(({ lag }) => lag === 0)) return;
      await new Promise((resolve) => (wait === 0 ? setImmediate(resolve) : setTimeout(resolve, wait)));
    }
  }
}

export const refusing = ({ findings }: Rejected): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'refuse');

export const told = (rejected: Rejected): string =>
  refusing(rejected)
    .map(({ code, path, detail }) => `${code} ${path} ${JSON.stringify(detail ?? {})}`)
    .join('; ');

const said = (claims: JsonObject): string => String(claims['number'] ?? claims['id'] ?? claims['kind'] ?? '');
