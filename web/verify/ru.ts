import { ru as refusals } from '../../kernel/words/ru.ts';
import { start } from './main.ts';

start({ language: 'ru', refusals });
