import type { View } from '../../../kernel/profile.ts';
import { type VectorView, vectorView } from '../../../kernel/testing/vector-view.ts';
import { massScale } from '../mass.ts';

/** A view that stands in a file, with amounts in kilograms. */
export const massView = (view?: VectorView): View => vectorView(view, massScale);
