import type { Profile } from '../kernel/profile.ts';
import { customs } from './customs/profile.ts';
import { phytosanitary } from './phytosanitary/profile.ts';

/** Every profile of this installation; the only file that names them. */
export const profiles: readonly Profile[] = [phytosanitary, customs];
