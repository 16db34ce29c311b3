import { describe, expect, test } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { checkConfig } from './config.ts';

const config = {
  corridor: 'az-ru',
  country: 'AZ',
  demonstration: false,
  address: '10.0.0.1',
  port: 8401,
  hosts: ['samur.example'],
  institutions: ['az.afsa'],
  log: 'warn',
};

describe('proxies in the configuration', () => {
  test.each(['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'])('%s is an address or a network', (one) => {
    expect(checkConfig({ ...config, proxies: [one] })).toMatchObject({ proxies: [one] });
  });

  test.each(['1.2', '10.0.0.0/33', 'fd00::/129', 'proxy.example', 'true', ''])('%j is none', (one) => {
    const refused = checkConfig({ ...config, proxies: [one] });
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'config.invalid', path: expect.stringMatching(/^\/proxies/) });
  });
});
