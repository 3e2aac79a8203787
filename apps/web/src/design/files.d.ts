declare module "*.woff2" {
  /** Its address. */
  const url: string;
  export default url;
}
declare module "#design/base.css" {
  /** As it goes into the page; empty in the browser. */
  const css: string;
  export default css;
}
