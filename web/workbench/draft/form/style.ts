/** In the order in which they cascade. */
import './form.css';
import './buttons.css';
import './inputs.css';
import './choice.css';
import './rows.css';
import './findings.css';
