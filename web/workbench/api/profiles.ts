/** What profiles call things. Every look-up has an answer: the bare name where a profile says nothing. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Told } from '../../../kernel/contents.ts';
import * as m from '../compiled/words/messages.js';
import { say } from '../language.ts';
import { profilesQuery } from './queries.ts';
import type { ProfileDeclaration, Profiles, TypeDeclaration } from './shapes.ts';

export class Declarations {
  readonly inForce: Profiles['inForce'];
  readonly items: readonly ProfileDeclaration[];

  constructor({ inForce, items }: Profiles) {
    this.inForce = inForce;
    this.items = items;
  }

  profile(name: string): ProfileDeclaration | undefined {
    return this.items.find((one) => one.name === name);
  }

  type(profile: string, type: string): TypeDeclaration | undefined {
    return this.profile(profile)?.types.find(({ name }) => name === type);
  }

  typeTitle(profile: string, type: string): string {
    const found = this.type(profile, type);
    return found ? say(found.title) : type;
  }

  /** A state of the type's life cycle, or one that every record can be in. */
  stateTitle(profile: string, type: string, state: string): string {
    const states = this.type(profile, type)?.lifeCycle?.states ?? {};
    const own = Object.hasOwn(states, state) ? states[state] : undefined;
    if (own) return say(own);
    return generalStates[state]?.() ?? state;
  }

  eventTitle(profile: string, type: string, event: string): string {
    const events = this.type(profile, type)?.lifeCycle?.events ?? {};
    const own = Object.hasOwn(events, event) ? events[event] : undefined;
    return own ? say(own) : event;
  }

  /** `profile.name` as clocks name it. */
  limitTitle(limit: string): string {
    const [profile = '', name = ''] = limit.split('.', 2);
    const found = this.profile(profile)?.limits[name];
    return found ? say(found.title) : limit;
  }
}

const generalStates: Readonly<Record<string, () => string>> = {
  'in-force': m.parts_state_in_force,
  void: m.parts_state_void,
  waiting: m.parts_state_waiting,
  unverified: m.parts_state_unverified,
  effective: m.parts_state_in_force,
  superseded: m.parts_state_superseded,
  'out-of-turn': m.parts_state_out_of_turn,
};

/** A profile in the shape that `contentsOf` takes. */
export function told({ types, labels, codes, evident }: ProfileDeclaration): Told {
  return {
    types: Object.fromEntries(types.map(({ name, schemas }) => [name, { schemas }])),
    ...(labels && { labels }),
    ...(codes && { codes }),
    ...(evident && { evident }),
  };
}

export function useDeclarations(): Declarations {
  const { data } = useSuspenseQuery(profilesQuery);
  return useMemo(() => new Declarations(data), [data]);
}
