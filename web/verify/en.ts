import { en as refusals } from '../../kernel/words/en.ts';
import { start } from './main.ts';
import { speechIn } from './speech.ts';
import { en } from './words/en.ts';

start(speechIn('en', en, refusals));
