/** Shapes of what people's routes take and answer. Everything that is taken is closed. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Static, Type } from 'typebox';
import { languages } from '../../../kernel/finding.ts';
import { roles } from '../../desk/roles.ts';
import { InstitutionId } from '../schemas.ts';

const closed = { additionalProperties: false } as const;

const Base64Url = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$' });
/** No control characters, no signs that turn the direction of writing, no space at either end. */
const plainText = '^(?! )[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+(?<! )$';

export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$', description: 'Identifier of the desk.' });
export const Handle = Type.String({ pattern: '^[a-z]{2}(\\.[a-z0-9-]{1,61})+\\.[A-Za-z0-9_-]{22}$', maxLength: 90 });
export const Token = Type.String({
  pattern: '^[a-z]{2}(\\.[a-z0-9-]{1,61})+\\.[A-Za-z0-9_-]{43}$',
  maxLength: 110,
  description: 'What stands behind the `#` of an invitation link.',
});
export const PersonName = Type.String({ minLength: 1, maxLength: 100, pattern: plainText });
export const Label = Type.String({ minLength: 1, maxLength: 60, pattern: plainText });
export const Email = Type.String({
  maxLength: 200,
  pattern: '^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+$',
});
export const LanguageCode = Type.Enum([...languages]);
export const Roles = Type.Array(Type.Enum([...roles]), { minItems: 1, maxItems: roles.length, uniqueItems: true });
export const ById = Type.Object({ id: Id }, closed);
export const ByCredential = Type.Object({ id: Base64Url(1400) }, closed);

const attachment = Type.Optional(Type.Enum(['platform', 'cross-platform']));
/** Results of extensions: none is asked for, so none is looked at. */
const extensions = Type.Unsafe<Record<string, never>>({ type: 'object', maxProperties: 20 });

/** `RegistrationResponseJSON` (Web Authentication Level 3 §5.1). */
export const RegistrationResponse = Type.Unsafe<RegistrationResponseJSON>(
  Type.Object(
    {
      id: Base64Url(1400),
      rawId: Base64Url(1400),
      type: Type.Literal('public-key'),
      authenticatorAttachment: attachment,
      clientExtensionResults: extensions,
      response: Type.Object(
        {
          clientDataJSON: Base64Url(4000),
          attestationObject: Base64Url(20_000),
          authenticatorData: Type.Optional(Base64Url(10_000)),
          transports: Type.Optional(Type.Array(Type.String({ maxLength: 32 }), { maxItems: 10 })),
          publicKey: Type.Optional(Base64Url(4000)),
          publicKeyAlgorithm: Type.Optional(Type.Integer()),
        },
        closed,
      ),
    },
    closed,
  ),
);

/** `AuthenticationResponseJSON`. */
export const AuthenticationResponse = Type.Unsafe<AuthenticationResponseJSON>(
  Type.Object(
    {
      id: Base64Url(1400),
      rawId: Base64Url(1400),
      type: Type.Literal('public-key'),
      authenticatorAttachment: attachment,
      clientExtensionResults: extensions,
      response: Type.Object(
        {
          clientDataJSON: Base64Url(4000),
          authenticatorData: Base64Url(2000),
          signature: Base64Url(2000),
          userHandle: Type.Optional(Base64Url(100)),
        },
        closed,
      ),
    },
    closed,
  ),
);

export const SignInOptions = Type.Object({ institution: InstitutionId }, closed);
export const SignIn = Type.Object({ handle: Handle, response: AuthenticationResponse }, closed);
export const DemonstrationSignIn = Type.Object({ institution: InstitutionId, person: Id }, closed);
export const Recovery = Type.Object(
  { institution: InstitutionId, code: Type.String({ minLength: 32, maxLength: 80 }) },
  closed,
);
export const Presented = Type.Object({ token: Token }, closed);
export const MaybePresented = Type.Object({ token: Type.Optional(Token) }, closed);
export const NewPasskey = Type.Object(
  { handle: Handle, response: RegistrationResponse, token: Type.Optional(Token), label: Label },
  closed,
);
export const SessionChange = Type.Object(
  {
    name: Type.Optional(PersonName),
    language: Type.Optional(LanguageCode),
    email: Type.Optional(Type.Union([Email, Type.Null()])),
  },
  { ...closed, minProperties: 1 },
);
/** As they stand in records; blanks, marks and case do not count. */
export const KnownAs = Type.Array(Label, {
  maxItems: 5,
  description:
    'Numbers of the company that a trader acts for, as records name it: whoever is known by one is told where the matters are that name it. That a number is this company’s is the institution’s to check.',
  examples: [['AZ 1234567890']],
});
export const NewPersonBody = Type.Object(
  {
    name: PersonName,
    roles: Roles,
    language: LanguageCode,
    email: Type.Optional(Email),
    knownAs: Type.Optional(KnownAs),
  },
  closed,
);
export const PersonChangeBody = Type.Object(
  {
    name: Type.Optional(PersonName),
    roles: Type.Optional(Roles),
    active: Type.Optional(Type.Boolean()),
    email: Type.Optional(Type.Union([Email, Type.Null()])),
    knownAs: Type.Optional(KnownAs),
  },
  { ...closed, minProperties: 1 },
);
/** A demonstration's person confirms with one press and no passkey. */
export const Confirmation = Type.Union([
  Type.Object({ handle: Handle, response: AuthenticationResponse }, closed),
  Type.Object({ demonstration: Type.Literal(true) }, closed),
]);
export type Confirmation = Static<typeof Confirmation>;

const Time = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
const Text = Type.Object({ az: Type.String(), ru: Type.String(), en: Type.String() }, closed);

export const PersonView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    roles: Type.Array(Type.Enum([...roles])),
    language: LanguageCode,
    email: Type.Optional(Type.String()),
    officer: Type.String({ description: 'Pseudonym under which the key is enrolled.' }),
    active: Type.Boolean(),
    knownAs: Type.Array(Type.String(), { description: 'Of traders: numbers of their company.' }),
    demonstration: Type.Boolean(),
  },
  closed,
);
export const SessionView = Type.Object(
  {
    person: PersonView,
    institution: Type.Object(
      { id: InstitutionId, names: Text, country: Type.String(), functions: Type.Array(Type.String()) },
      closed,
    ),
    corridor: Type.String(),
    demonstration: Type.Boolean(),
    session: Id,
    actions: Type.Array(Type.String(), { description: 'What the roles allow, as far as it is needed here.' }),
    enrolled: Type.Boolean({ description: 'Other institutions know the key of this person.' }),
    unread: Type.Integer({ description: 'Notices not read.' }),
  },
  closed,
);
export const SessionLineView = Type.Object(
  { id: Id, agent: Type.String(), created: Time, used: Time, expires: Time, current: Type.Boolean() },
  closed,
);
export const PasskeyView = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    relyingParty: Type.String(),
    backedUp: Type.Boolean(),
    created: Time,
    used: Type.Optional(Time),
    enrolled: Type.Boolean({ description: 'The one that approves.' }),
  },
  closed,
);
export const InvitationView = Type.Object(
  { token: Token, link: Type.String({ description: 'Given out this one time.' }), expires: Time },
  closed,
);
export const EnrolmentView = Type.Object(
  {
    id: Id,
    person: Type.Object({ id: Id, name: Type.String() }, closed),
    roles: Type.Array(Type.String()),
    cause: Type.Enum(['enrolment', 'recovery', 'roles']),
    created: Time,
    needed: Type.Integer(),
    given: Type.Array(Type.Object({ person: Id, name: Type.String(), time: Time }, closed)),
  },
  closed,
);
export const EntryView = Type.Object(
  {
    demonstration: Type.Boolean(),
    institutions: Type.Array(Type.Object({ id: InstitutionId, names: Text }, closed)),
    people: Type.Array(
      Type.Object(
        { id: Id, name: Type.String(), roles: Type.Array(Type.String()), institution: InstitutionId },
        closed,
      ),
      { description: 'Those who sign in with one press; of a demonstration alone.' },
    ),
    roles: Type.Array(Type.Object({ name: Type.String(), title: Text }, closed)),
  },
  closed,
);
export const listOf = <Item extends ReturnType<typeof Type.Object>>(item: Item) =>
  Type.Object({ items: Type.Array(item) }, closed);
/** Options for the browser, as `@simplewebauthn/browser` takes them. */
export const Ceremony = Type.Object({ handle: Handle, options: Type.Unsafe<object>({ type: 'object' }) }, closed);
