const base = 'https://samur.example/ns/record/v1#';
const json = (name: string) => ({ '@id': `${base}${name}`, '@type': '@json' });
const plain = (name: string) => ({ '@id': `${base}${name}` });

/**
 * JSON-LD 1.1 context that stands second in every record. It defines what `samur` holds; claims keep the names of
 * their type's schema, under the vocabulary of this context.
 */
export const recordContext = JSON.stringify({
  '@context': {
    '@version': 1.1,
    '@vocab': 'https://samur.example/ns/claims#',
    SamurRecord: `${base}SamurRecord`,
    samur: {
      '@id': `${base}samur`,
      '@context': {
        '@protected': true,
        '@vocab': base,
        about: json('about'),
        annexes: json('annexes'),
        basis: json('basis'),
        issuer: plain('institution'),
        nonce: plain('nonce'),
        profile: plain('profile'),
        to: { ...plain('to'), '@container': '@set' },
        trust: json('trust'),
        type: plain('recordType'),
        version: plain('version'),
      },
    },
  },
});
