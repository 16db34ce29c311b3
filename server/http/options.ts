/** What the HTTP side of a server is built from. */

import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { Desk } from '../desk/desk.ts';
import type { Drawing } from '../drawing.ts';
import type { InstitutionService } from '../institution/service.ts';
import type { WebFiles } from '../web-files.ts';
import type { AccessRegister } from './access.ts';

export interface AppOptions {
  /** ISO 3166-1 alpha-2 code of the country whose institutions live here. */
  readonly country: string;
  readonly corridor: string;
  readonly demonstration: boolean;
  /** Host header values answered, lower case, with the port where it is not the scheme's own. */
  readonly hosts: readonly string[];
  /** Where people sign in, as a browser writes it; left out: nowhere. A demonstration takes the request's host. */
  readonly origin?: string;
  /** By institution id. */
  readonly institutions: ReadonlyMap<string, InstitutionService>;
  /** By institution id. */
  readonly desks: ReadonlyMap<string, Desk>;
  readonly catalogue: Catalogue;
  readonly access: AccessRegister;
  readonly crypto: Crypto;
  readonly logger: FastifyBaseLogger;
  readonly metrics: Registry;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** False while the server starts or stops. */
  readonly ready: () => boolean;
  /** Left out: pages bear neither style nor script. */
  readonly web?: WebFiles;
  /** Of the corridor; none when left out. */
  readonly drawing?: Drawing;
  /** Addresses of proxies whose word on the client's address and scheme is taken; none when left out. */
  readonly proxies?: readonly string[];
  /** Bytes; each kind of body has its own limit when left out. */
  readonly bodyLimit?: BodyLimits;
}

export interface BodyLimits {
  readonly json: number;
  readonly xml: number;
  /** Annexes, and batches between servers. */
  readonly large: number;
}

const mebibyte = 1024 * 1024;
export const bodyLimits: BodyLimits = { json: mebibyte, xml: 8 * mebibyte, large: 16 * mebibyte };
