const day = 24 * 60 * 60;

/** Short, because nobody asks whether a token was taken back: what is ended lives on for this long at most. */
export const accessTokenSeconds = 10 * 60;

/** From the redirect with a code to the application's request for tokens. */
export const codeSeconds = 60;

/** How long somebody may read what an application wants before they decide. */
export const readingSeconds = 10 * 60;

/** How long a key signs. */
export const keyRotationSeconds = 30 * day;

/** How long after that it is published: longer than the last token that it signed. */
export const keyGraceSeconds = day;

/** Of the link that confirms an address. */
export const verificationSeconds = day;
