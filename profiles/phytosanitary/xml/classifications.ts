import type { Classification, Line, Note } from '../claims/line.ts';
import { Token } from '../claims/text.ts';
import { type Claims, complex, type Field, fieldsOf } from './codec.ts';
import { languageText, token } from './leaf.ts';
import { release } from './reader.ts';

type OtherClassification = NonNullable<Line['classifications']>[number];

/** Systems of the mapping that have a member of their own. */
const systems: ReadonlyMap<string, 'hs' | 'plantParts' | 'conditions'> = new Map([
  ['HS', 'hs'],
  ['IPPCPCVP', 'plantParts'],
  ['IPPCPCC', 'conditions'],
]);

const c = fieldsOf<OtherClassification>();
const className = languageText(500);
const classCode = token(Token(70));
const raw = complex<OtherClassification & { systemId?: string }>(
  [
    fieldsOf<{ systemId?: string }>().one('SystemID', 'systemId', token(Token(60))),
    c.one('SystemName', 'system', token(Token(60)), { mandatory: true }),
    c.one('ClassCode', 'code', classCode),
    c.many('ClassName', 'names', className),
  ],
  [],
);

const push = (target: Claims, member: string, value: unknown): void => {
  target[member] = [...((target[member] as unknown[]) ?? []), value];
};

/** TRACES names a system by its id and writes a title as its name; ePhyto has the name alone. */
export const classifications: Field = {
  element: 'ApplicableSPSClassification',
  mandatory: false,
  read(element, target, reader) {
    const found = raw.read(element, reader);
    if (found === undefined) return;
    const { system: name, systemId, ...classification } = found;
    const system = systemId ?? name;
    const member = system === undefined ? undefined : systems.get(system);
    if (system === undefined || Object.keys(classification).length === 0) release(element);
    else if (system === 'EPPO' && classification.code !== undefined && classification.names === undefined) {
      if (classification.code.length > 20) release(element);
      else push(target, 'eppoCodes', classification.code);
    } else if (member !== undefined) push(target, member, classification);
    else push(target, 'classifications', { system, ...classification });
    // The title of a system known by its id goes to the unmapped content.
    if (systemId !== undefined && name !== undefined && name !== systemId) {
      for (const child of element.children) if (child.name === 'SystemName') release(child);
    }
  },
  write(source, writer) {
    for (const [system, member] of systems) {
      for (const { code, names } of (source[member] as readonly Classification[] | undefined) ?? []) {
        writer.open('ApplicableSPSClassification');
        writer.leaf('SystemName', system);
        if (code !== undefined) writer.leaf('ClassCode', code);
        for (const name of names ?? []) className.write(name, 'ClassName', writer);
        writer.close('ApplicableSPSClassification');
      }
    }
  },
};

/** Classifications of systems the schema does not list travel as notes; `list` marks them for the way back. */
const classificationList = 'ApplicableSPSClassification';

/** The classification that a note just read stands for. */
export function classificationOf(note: Claims): OtherClassification | undefined {
  const { subject, list, texts: names, codes } = note as Note;
  if (list !== classificationList || subject === undefined || (codes?.length ?? 0) > 1) return undefined;
  const code = codes?.[0]?.code;
  return {
    system: subject,
    ...(code === undefined ? {} : { code }),
    ...(names === undefined ? {} : { names }),
  };
}

export function noteOf({ system, code, names }: OtherClassification): Note {
  return {
    subject: system,
    list: classificationList,
    ...(code === undefined ? {} : { codes: [{ code }] }),
    ...(names === undefined ? {} : { texts: names }),
  };
}
