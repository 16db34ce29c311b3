import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formHint } from '../../kernel/schema.ts';
import { profiles } from '../index.ts';

it('loads with the others', () => {
  const ajv = new Ajv2020({ strict: true, keywords: [formHint] });
  const loaded = loadCatalogue(profiles, (schema) => {
    const check = ajv.compile(schema);
    return (value) => (check(value) ? undefined : [{ path: '', keyword: '' }]);
  });
  expect(loaded instanceof Refusal ? loaded : undefined).toBeUndefined();
});
