/** The contenders that the bench was built with. */
declare module 'virtual:contenders' {
  export const contenders: Readonly<
    Record<string, () => Promise<{ readonly create: import('./contender.ts').Create }>>
  >;
}
