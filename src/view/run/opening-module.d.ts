/** Made by `recordedOpening` in vite.config.ts. */
declare module 'virtual:opening' {
  /** The replies to the opening request, as recording.ts writes them. */
  const replies: string;
  export default replies;
}
