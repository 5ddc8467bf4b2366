declare module 'psychrolib' {
  const psychrolib: unknown;
  export default psychrolib;
}
