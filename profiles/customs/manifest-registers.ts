/** Registers of manifests, arrivals and control results: how their keys are built and what stands there. */
import type { Key, RegisterDeclaration } from '../../kernel/profile.ts';
import { evenReference } from '../../kernel/reference.ts';
import type { ControlResult, Recognition } from './claims/control.ts';
import type { Arrival } from './claims/follow-ups.ts';
import type { Manifest } from './claims/manifest.ts';
import { controlPart, customsPart, manifestPart, momentPart, sendingPart } from './parts.ts';

export const manifestNumberRegister = 'manifest-number';
export const movementRegister = 'manifest-movement';
export const arrivalRegister = 'manifest-arrival';
export const controlRegister = 'control-result';
export const recognitionRegister = 'manifest-recognition';

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

/** All arrivals stated for a manifest: what is stated again does not erase what was seen before. */
export const arrivalPrefix = (receiving: string, sending: string, number: string): Key => [receiving, sending, number];
/** `time`: when it was stated, ms since 1970; instants as text stand in their order. */
export const arrivalKey = (receiving: string, sending: string, number: string, time: number): Key => [
  ...arrivalPrefix(receiving, sending, number),
  new Date(time).toISOString(),
];
export type ArrivalValue = Arrival;

/** The last decision on the controls of a manifest. */
export const recognitionKey = (receiving: string, sending: string, number: string): Key => [receiving, sending, number];
export interface RecognitionValue extends Recognition {
  /** When it was stated, ISO 8601 in UTC. */
  readonly decided: string;
}

/** All control results of one service for a manifest. */
export const controlPrefix = (issuer: string, sending: string, number: string): Key => [issuer, sending, number];
/** A row for each statement of a result, `time` as in `arrivalKey`: a correction does not take back what was told in time. */
export const controlKey = (issuer: string, sending: string, number: string, result: string, time: number): Key => [
  ...controlPrefix(issuer, sending, number),
  result,
  new Date(time).toISOString(),
];
export interface ControlValue extends ControlResult {
  /** When it was stated, ISO 8601 in UTC. */
  readonly stated: string;
}

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
    parts: [customsPart, sendingPart, manifestPart, momentPart],
  },
  [recognitionRegister]: {
    title: { az: 'Nəzarətin tanınması', ru: 'Признание контроля', en: 'Recognitions' },
    owner: 'customs',
    parts: [customsPart, sendingPart, manifestPart],
  },
  [controlRegister]: {
    title: { az: 'Nəzarət nəticələri', ru: 'Результаты контроля', en: 'Control results' },
    owner: 'customs',
    parts: [customsPart, sendingPart, manifestPart, controlPart, momentPart],
  },
};
