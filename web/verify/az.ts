import { az as refusals } from '../../kernel/words/az.ts';
import { start } from './main.ts';

start({ language: 'az', refusals });
