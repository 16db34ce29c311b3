import { en as refusals } from '../../kernel/words/en.ts';
import { start } from './main.ts';

start({ language: 'en', refusals });
