/** Made by the build from `models/`: the text of every record by its id, and the shipped scenarios by their names. */
declare module 'virtual:models' {
  export const models: Readonly<Record<string, string>>;
}
declare module 'virtual:scenarios' {
  export const scenarios: Readonly<Record<string, string>>;
}
