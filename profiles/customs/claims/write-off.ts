import { type Static, Type } from 'typebox';
import { closed, DeclarationNumber, OfficeCode, Quantity, RecordId, Text, Token } from './text.ts';

const InstitutionId = Type.String({ maxLength: 100, pattern: '^[a-z]{2}\\.[a-z0-9.-]+$' });

const WriteOffLine = Type.Object(
  {
    certificate: Type.Object(
      { record: RecordId, number: Token(100), exporting: InstitutionId, importing: InstitutionId },
      closed,
    ),
    /** Number of the certificate's line. */
    line: Token(20),
    hs: Type.String({ pattern: '^[0-9]{2,10}$' }),
    reserved: Quantity,
    consumed: Quantity,
  },
  closed,
);
export type WriteOffLine = Static<typeof WriteOffLine>;

/** For each line the whole position of the declaration after the act. */
export const WriteOff = Type.Object(
  {
    declaration: DeclarationNumber,
    act: Type.Enum(['reserve', 'consume', 'free', 'return']),
    office: OfficeCode,
    manifest: Type.Optional(RecordId),
    lines: Type.Array(WriteOffLine, { minItems: 1, maxItems: 500 }),
    text: Type.Optional(Text(4000)),
  },
  closed,
);
export type WriteOff = Static<typeof WriteOff>;
