/** In place of `i18n/page.*.ts` in the frame, which has neither controls nor a choice of scenarios. */
export const pageEn = {};
export const pageKo = {};
