import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { answeredHosts, checkConfig, peopleOrigins, type ServerConfig } from './config.ts';
import { openMailer } from './desk/office/mailer.ts';

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

describe('where people sign in', () => {
  const demonstration = { ...config, demonstration: true, address: '127.0.0.1', hosts: ['az.localhost'] };

  test.each(['https://desk.example.az', 'https://desk.example.az:8443', 'https://a-b.c'])('%s', (origin) => {
    const read = checkConfig({ ...config, origin }) as ServerConfig;
    expect(peopleOrigins(read)).toEqual([origin]);
    expect(answeredHosts(read)).toContain(origin.slice('https://'.length));
  });

  test.each([
    'http://desk.example.az',
    'https://desk.example.az/',
    'https://desk.example.az:443',
    'https://DESK.example.az',
    'https://127.0.0.1',
    'https://localhost',
    'https://a@b.example',
    '',
  ])('not at %j', (origin) => {
    expect(checkConfig({ ...config, origin })).toMatchObject({ code: 'config.invalid', path: '/origin' });
  });

  test('nowhere, unless it is said', () => expect(peopleOrigins(config as ServerConfig)).toEqual([]));

  test('in a demonstration at the names of its own host, and nowhere else', () => {
    expect(peopleOrigins(demonstration as ServerConfig)).toEqual(['http://az.localhost:8401', 'http://localhost:8401']);
    expect(checkConfig({ ...demonstration, origin: 'https://desk.example.az' })).toMatchObject({ path: '/origin' });
  });
});

describe('mail', () => {
  const mail = { host: 'smtp.example.az', port: 465, secure: true, from: 'samur@example.az' };

  test.each([
    mail,
    { ...mail, host: '127.0.0.1', port: 25, secure: false },
    { ...mail, user: 'samur', passwordFile: '/etc/samur/mail' },
  ])('%j', (one) => {
    expect(checkConfig({ ...config, mail: one })).toMatchObject({ mail: one });
  });

  test.each([
    [{ ...mail, port: 0 }, '/mail/port'],
    [{ ...mail, secure: 'yes' }, '/mail/secure'],
    [{ ...mail, from: 'Samur' }, '/mail/from'],
    [{ ...mail, from: 'a@b\r\nBcc: c@d' }, '/mail/from'],
    [{ ...mail, password: 'x' }, '/mail/password'],
    [{ ...mail, user: 'samur' }, '/mail'],
    [{ ...mail, passwordFile: '/etc/samur/mail' }, '/mail'],
    [{ ...mail, user: 'samur', passwordFile: 'mail' }, '/mail/passwordFile'],
  ])('%j is none', (one, path) => {
    expect(checkConfig({ ...config, mail: one })).toMatchObject({ code: 'config.invalid', path });
  });

  test('its password file is read before anything starts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samur-mail-'));
    const passwordFile = join(folder, 'password');
    expect(await openMailer({ ...mail, user: 'samur', passwordFile })).toMatchObject({
      code: 'config.invalid',
      path: '/mail/passwordFile',
    });
    await writeFile(passwordFile, 'secret\n');
    const mailer = await openMailer({ ...mail, user: 'samur', passwordFile });
    expect(mailer).not.toBeInstanceOf(Refusal);
    await rm(folder, { recursive: true });
  });
});
