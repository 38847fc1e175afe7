import { n as SecretLintProfiler, t as secretLintProfiler } from "./node.js";

export { SecretLintProfiler, secretLintProfiler };