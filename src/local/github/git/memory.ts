/** Remembers the values that were used last; git objects never change, so nothing has to be forgotten for truth's sake. */
export type Memory<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
};

export function createMemory<Value>(limit: number): Memory<Value> {
  const values = new Map<string, Value>();
  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set(key, value) {
      values.set(key, value);
      if (values.size > limit) {
        values.delete(values.keys().next().value ?? key);
      }
    },
  };
}
