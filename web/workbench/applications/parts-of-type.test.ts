import { describe, expect, it } from 'vitest';
import { memberAt, officeAlone, withoutOffice } from './parts-of-type.ts';

const schema = {
  type: 'object',
  required: ['number', 'goods'],
  properties: { number: { type: 'string' }, goods: { type: 'string' }, seal: { type: 'string' } },
};
const declaration = { version: 2, schemas: { 1: {}, 2: schema }, leftToOffice: ['number', 'seal'] };
const membersOf = ({ schemas }: typeof declaration) => {
  const { properties, required } = schemas[2] as typeof schema;
  return { properties: Object.keys(properties), required };
};

describe('a type in two parts', () => {
  it('asks an applicant nothing that the institution states', () => {
    expect(membersOf(withoutOffice(declaration))).toEqual({ properties: ['goods'], required: ['goods'] });
  });

  it('asks the institution for the rest', () => {
    expect(membersOf(officeAlone(declaration))).toEqual({ properties: ['number', 'seal'], required: ['number'] });
  });

  it('leaves what it was made of as it was', () => {
    withoutOffice(declaration);
    expect(declaration.schemas[2]).toBe(schema);
    expect(Object.keys(schema.properties)).toHaveLength(3);
  });

  it('is all the applicant’s where nothing is left', () => {
    const { leftToOffice: _, ...open } = declaration;
    expect(Object.keys((withoutOffice(open).schemas[2] as typeof schema).properties)).toHaveLength(3);
    expect(Object.keys((officeAlone(open).schemas[2] as typeof schema).properties)).toEqual([]);
  });

  it('knows the member that a pointer leads into', () => {
    expect(['', '/number', '/goods/0/net'].map(memberAt)).toEqual(['', 'number', 'goods']);
  });
});
