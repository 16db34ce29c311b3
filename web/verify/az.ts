import { az as refusals } from '../../kernel/words/az.ts';
import { start } from './main.ts';
import { speechIn } from './speech.ts';
import { az } from './words/az.ts';

start(speechIn('az', az, refusals));
