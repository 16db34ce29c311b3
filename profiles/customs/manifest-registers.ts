/** Registers of manifests, arrivals and control results: how their keys are built and what stands there. */
import type { Key, RegisterDeclaration } from '../../kernel/profile.ts';
import { evenReference } from '../../kernel/reference.ts';
import type { ControlResult } from './claims/control.ts';
import type { Arrival } from './claims/follow-ups.ts';
import type { Manifest } from './claims/manifest.ts';
import { controlPart, customsPart, manifestPart, sendingPart } from './parts.ts';

export const manifestNumberRegister = 'manifest-number';
export const movementRegister = 'manifest-movement';
export const arrivalRegister = 'manifest-arrival';
export const controlRegister = 'control-result';

/** The number is taken for good: nothing takes a key of this register out. */
export const manifestNumberKey = (sending: string, number: string): Key => [sending, number];
export interface ManifestNumberValue {
  /** Stated time of the manifest, ISO 8601 in UTC. */
  readonly sent: string;
}

/** The manifest under which a consignment note travels, however its number is written. */
export const movementKey = (sending: string, { transport }: Pick<Manifest, 'transport'>): Key => [
  sending,
  evenReference(transport.number) || transport.number,
];
export interface MovementValue {
  readonly number: string;
  /** Numbers of vehicles, trailers, wagons and containers in one spelling. */
  readonly means: readonly string[];
}

/** The last arrival stated for a manifest. */
export const arrivalKey = (receiving: string, sending: string, number: string): Key => [receiving, sending, number];
export type ArrivalValue = Arrival;

/** All control results of one service for a manifest. */
export const controlPrefix = (issuer: string, sending: string, number: string): Key => [issuer, sending, number];
/** One row for each result, by its own number: stated again under that number, it is corrected. */
export const controlKey = (issuer: string, sending: string, number: string, result: string): Key => [
  ...controlPrefix(issuer, sending, number),
  result,
];
export type ControlValue = ControlResult;

export const manifestRegisterDeclarations: Readonly<Record<string, RegisterDeclaration>> = {
  [manifestNumberRegister]: {
    title: { az: 'Manifestlərin nömrələri', ru: 'Номера манифестов', en: 'Numbers of manifests' },
    owner: 'customs',
    parts: [sendingPart, manifestPart],
  },
  [movementRegister]: {
    title: { az: 'Manifesti göndərilmiş daşımalar', ru: 'Перевозки с манифестом', en: 'Movements with a manifest' },
    owner: 'customs',
    parts: [
      sendingPart,
      { az: 'Daşıma sənədinin nömrəsi', ru: 'Номер перевозочного документа', en: 'Number of the consignment note' },
    ],
  },
  [arrivalRegister]: {
    title: { az: 'Sərhədə gəlmiş yüklər', ru: 'Прибывшие на границу грузы', en: 'Goods at the border' },
    owner: 'customs',
    parts: [customsPart, sendingPart, manifestPart],
  },
  [controlRegister]: {
    title: { az: 'Nəzarət nəticələri', ru: 'Результаты контроля', en: 'Control results' },
    owner: 'customs',
    parts: [customsPart, sendingPart, manifestPart, controlPart],
  },
};
