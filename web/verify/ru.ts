import { ru as refusals } from '../../kernel/words/ru.ts';
import { start } from './main.ts';
import { speechIn } from './speech.ts';
import { ru } from './words/ru.ts';

start(speechIn('ru', ru, refusals));
