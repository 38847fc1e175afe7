/** Waits for `work` for so many milliseconds, and rejects with `late` after that; the work itself goes on. */
export async function withinTime<Value>(
  work: Promise<Value>,
  milliseconds: number,
  late: string,
): Promise<Value> {
  const end = Promise.withResolvers<never>();
  const timer = setTimeout(() => end.reject(new Error(late)), milliseconds);
  try {
    return await Promise.race([work, end.promise]);
  } finally {
    clearTimeout(timer);
  }
}
