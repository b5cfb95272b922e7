/** Where the script with the further rules leaves them for the frame. */
export const RULES_GLOBAL = 'balancingActRules';
