/** Every company has these (developers.adp.com, Payroll Data Input API guide; sample of the meta call). */
export const basicEarnings = { R: 'Regular', O: 'Overtime', T: 'Tips' };

/** What this firm's payroll has set up besides, by hours and earnings code. */
export const codedEarnings = { B: 'BONUS', H: 'HOLIDAY', P: 'PARENTAL LEAVE', S: 'SICK', V: 'VACATION' };

export const isCoded = (code: string): boolean => Object.hasOwn(codedEarnings, code);

export const isEarning = (code: string): boolean => Object.hasOwn(basicEarnings, code) || isCoded(code);
