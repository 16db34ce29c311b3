import type { ProfileDeclaration, TypeDeclaration } from '../api/shapes.ts';
import type { Application } from './requests.ts';

/** An application with what its profile says of its type. */
export interface Shown {
  readonly application: Application;
  readonly profile: ProfileDeclaration;
  readonly declaration: TypeDeclaration;
}
