/** In the order in which they cascade. */
import './draft.css';
import './sheet.css';
import './choose.css';
