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
  readonly #other: string;
  /** Records issued here, by type. */
  readonly issued = new Map<string, number>();

  /** Entries of the channel to the other side, and how many of them it has cosigned. */
  #size: number;
  #cosigned: number;
  #waiting: { readonly size: number; resolve(): void }[] = [];

  private constructor(institution: Institution, other: string, size: number, cosigned: number) {
    this.institution = institution;
    this.#other = other;
    this.#size = size;
    this.#cosigned = cosigned;
    institution.listen('now', ({ kind, state }) => {
      if (kind === 'issued') this.#size++;
      if (kind === 'receipt') this.#receipt(Number(state));
    });
  }

  /** Nothing may be issued while it opens. */
  static async open(institution: Institution, other: string): Promise<Side> {
    const out = (await institution.channels()).find(({ direction }) => direction === 'out');
    return new Side(institution, other, out?.size ?? 0, out?.receipt?.size ?? 0);
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

  async try({ type, claims, about }: Paper): Promise<IssuedPaper | Rejected> {
    const draft = { profile: 'phytosanitary', type, to: [this.#other], claims, annexes: [] };
    const answer = await this.institution.issue({ ...draft, ...(about !== undefined && { about }) });
    if (answer instanceof Refusal) throw new Error(`${type}: ${answer.code}`);
    if (answer instanceof Rejected) return answer;
    this.issued.set(type, (this.issued.get(type) ?? 0) + 1);
    return { id: answer.record.id, findings: answer.record.findings };
  }

  /** Resolves when the other side has cosigned all that was issued here up to now, also by the server itself. */
  received(): Promise<void> {
    const size = this.#size;
    if (this.#cosigned >= size) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ size, resolve }));
  }

  #receipt(size: number): void {
    this.#cosigned = Math.max(this.#cosigned, size);
    for (const one of this.#waiting) if (one.size <= this.#cosigned) one.resolve();
    this.#waiting = this.#waiting.filter((one) => one.size > this.#cosigned);
  }
}

const refusing = ({ findings }: Rejected): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'refuse');

export const told = (rejected: Rejected): string =>
  refusing(rejected)
    .map(({ code, path, detail }) => `${code} ${path} ${JSON.stringify(detail ?? {})}`)
    .join('; ');

const said = (claims: JsonObject): string => String(claims['number'] ?? claims['id'] ?? claims['kind'] ?? '');
