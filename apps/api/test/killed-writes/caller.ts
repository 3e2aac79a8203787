/** As behind one proxy: so each write can come from an address of its own, and no limit of one holds up another. */
export const trustsProxy = { TRUST_PROXY: "1" };

let count = 0;
export const fromSomewhereElse = () => ({
  "x-forwarded-for": `2001:db8::${(++count).toString(16)}`,
});
