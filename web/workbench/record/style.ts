/** In the order in which they cascade. */
import './record.css';
import './facts.css';
import './course.css';
import './annexes.css';
import './evidence.css';
import './narrow.css';
