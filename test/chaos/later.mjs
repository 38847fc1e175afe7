/** Loaded into a process before anything else: there it is so many milliseconds later than it is. */
const later = Number(process.env.GHOST_LATER_MS ?? 0);

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [globalThis.Date.now()] : given));
  }

  static now() {
    return super.now() + later;
  }
};
