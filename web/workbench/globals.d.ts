declare module '*.css';

/** Path of a worker's script. */
declare module '*?worker&url' {
  const path: string;
  export default path;
}

/** The language of this bundle: put in by the build. */
declare const SAMUR_LANGUAGE: import('../../kernel/finding.ts').Language;
