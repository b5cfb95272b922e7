/** Imported for what it does: every rule is at hand, for programs that need not fetch them. */
import { provideFurther } from './further.ts';
import * as rules from './furtherRules.ts';

provideFurther(rules);
