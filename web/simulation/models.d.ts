/** Made by the build from `models/`: the text of every record by its id, and the shipped scenarios by their names. */
declare module 'virtual:models' {
  export const models: Readonly<Record<string, string>>;
}
declare module 'virtual:scenarios' {
  export const scenarios: Readonly<Record<string, string>>;
}
/** Made by the build: which record is in which file beside the bundle, and what the climates are called. */
declare module 'virtual:record-files' {
  export const files: readonly { readonly fileName: string; readonly names: readonly string[] }[];
  export const titles: Readonly<Record<string, string>>;
}
