declare module '*.css';

/** The language of this bundle: put in by the build. */
declare const SAMUR_LANGUAGE: import('../../kernel/finding.ts').Language;
