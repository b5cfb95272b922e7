/** Where the script with what few runs need leaves it for the frame. */
export const FURTHER_GLOBAL = 'balancingActFurther';
