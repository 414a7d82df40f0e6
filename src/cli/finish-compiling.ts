import { setFlagsFromString } from "node:v8";

/**
 * Waits until V8 has compiled what it is compiling beside this thread. Node 20 aborts the whole process when a thread
 * is ended before that ("Assertion failed: (data.first) != nullptr"), and compiling takes long on a busy machine. Only
 * V8's own test language can ask for it; where a later version does not know the word, there is no waiting.
 */
export function finishCompiling(): void {
  try {
    setFlagsFromString("--allow-natives-syntax");
    new Function("%FinalizeOptimization()")();
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
}
