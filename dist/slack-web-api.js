import { n as __require, t as __commonJSMin } from "./rolldown-runtime.js";

// node_modules/@slack/web-api/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.WebAPIFileUploadReadFileDataError = exports.WebAPIFileUploadInvalidArgumentsError = exports.WebAPIRateLimitedError = exports.WebAPIHTTPError = exports.WebAPIRequestError = exports.WebAPIPlatformError = exports.SlackError = exports.ErrorCode = void 0;
	var ErrorCode;
	(function(ErrorCode) {
		ErrorCode["RequestError"] = "slack_webapi_request_error";
		ErrorCode["HTTPError"] = "slack_webapi_http_error";
		ErrorCode["PlatformError"] = "slack_webapi_platform_error";
		ErrorCode["RateLimitedError"] = "slack_webapi_rate_limited_error";
		ErrorCode["FileUploadInvalidArgumentsError"] = "slack_webapi_file_upload_invalid_args_error";
		ErrorCode["FileUploadReadFileDataError"] = "slack_webapi_file_upload_read_file_data_error";
	})(ErrorCode || (exports.ErrorCode = ErrorCode = {}));
	var SlackError = class extends Error {
		constructor(message, options) {
			super(message, options);
			this.name = this.constructor.name;
			Object.setPrototypeOf(this, new.target.prototype);
		}
	};
	exports.SlackError = SlackError;
	var WebAPIPlatformError = class extends SlackError {
		code = ErrorCode.PlatformError;
		data;
		constructor(result) {
			super(`An API error occurred: ${result.error}`);
			this.data = result;
		}
	};
	exports.WebAPIPlatformError = WebAPIPlatformError;
	var WebAPIRequestError = class extends SlackError {
		code = ErrorCode.RequestError;
		original;
		constructor(original) {
			super(`A request error occurred: ${original.message}`, { cause: original });
			this.original = original;
		}
	};
	exports.WebAPIRequestError = WebAPIRequestError;
	var WebAPIHTTPError = class extends SlackError {
		code = ErrorCode.HTTPError;
		statusCode;
		statusMessage;
		headers;
		body;
		constructor(statusCode, statusMessage, headers, body) {
			super(`An HTTP protocol error occurred: statusCode = ${statusCode}`);
			this.statusCode = statusCode;
			this.statusMessage = statusMessage;
			this.headers = headers;
			if (typeof body === "string") try {
				this.body = JSON.parse(body);
			} catch {
				this.body = body;
			}
			else this.body = body;
		}
	};
	exports.WebAPIHTTPError = WebAPIHTTPError;
	var WebAPIRateLimitedError = class extends SlackError {
		code = ErrorCode.RateLimitedError;
		retryAfter;
		constructor(retryAfter) {
			super(`A rate-limit has been reached, you may retry this request in ${retryAfter} seconds`);
			this.retryAfter = retryAfter;
		}
	};
	exports.WebAPIRateLimitedError = WebAPIRateLimitedError;
	var WebAPIFileUploadInvalidArgumentsError = class extends SlackError {
		code = ErrorCode.FileUploadInvalidArgumentsError;
	};
	exports.WebAPIFileUploadInvalidArgumentsError = WebAPIFileUploadInvalidArgumentsError;
	var WebAPIFileUploadReadFileDataError = class extends SlackError {
		code = ErrorCode.FileUploadReadFileDataError;
	};
	exports.WebAPIFileUploadReadFileDataError = WebAPIFileUploadReadFileDataError;
}));

// node_modules/@slack/web-api/package.json
var require_package = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"name": "@slack/web-api",
		"version": "8.2.0",
		"description": "Official library for using the Slack Platform's Web API",
		"author": "Slack Technologies, LLC",
		"license": "MIT",
		"keywords": [
			"slack",
			"web-api",
			"bot",
			"client",
			"http",
			"api",
			"proxy",
			"rate-limiting",
			"pagination"
		],
		"main": "dist/index.js",
		"types": "./dist/index.d.ts",
		"files": ["dist/**/*"],
		"engines": {
			"node": ">= 20",
			"npm": ">=9.6.4"
		},
		"repository": {
			"type": "git",
			"url": "git+https://github.com/slackapi/node-slack-sdk.git"
		},
		"homepage": "https://docs.slack.dev/tools/node-slack-sdk/web-api/",
		"publishConfig": { "access": "public" },
		"bugs": { "url": "https://github.com/slackapi/node-slack-sdk/issues" },
		"scripts": {
			"build": "npm run build:clean && tsc",
			"build:clean": "shx rm -rf ./dist",
			"docs": "npx typedoc --plugin typedoc-plugin-markdown",
			"prepack": "npm run build",
			"test": "npm run build && bash -c 'node --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=test-results.xml --import tsx --test src/*.test.ts'",
			"test:coverage": "npm run build && node --experimental-test-coverage --test-reporter=spec --test-reporter-destination=stdout --test-reporter=lcov --test-reporter-destination=lcov.info --test-reporter=junit --test-reporter-destination=test-results.xml --import tsx --test src/*.test.ts",
			"test:integration": "npm run build && node test/integration/commonjs-project/index.js && node test/integration/esm-project/index.mjs && npm run test:integration:ts",
			"test:integration:ts": "cd test/integration/ts-4.7-project && npm i && npm run build",
			"test:types": "tsd",
			"watch": "npx nodemon --watch 'src' --ext 'ts' --exec npm run build"
		},
		"dependencies": {
			"@slack/logger": "^5.0.0",
			"@slack/types": "^3.2.0",
			"@types/node": ">=20",
			"@types/retry": "0.12.5",
			"eventemitter3": "^5.0.1",
			"p-queue": "^6.6.2",
			"p-retry": "^4.6.2",
			"retry": "^0.13.1"
		},
		"devDependencies": {
			"@types/busboy": "^1.5.4",
			"@types/sinon": "^22.0.0",
			"busboy": "^1",
			"nock": "^14.0.17",
			"sinon": "^22.1.0",
			"tsd": "^0.33.0"
		},
		"tsd": { "directory": "test/types" }
	};
}));

// node_modules/@slack/web-api/dist/instrument.js
var require_instrument = /* @__PURE__ */ __commonJSMin(((exports, module, this$6) => {
	var __createBinding = this$6 && this$6.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$6 && this$6.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$6 && this$6.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.addAppMetadata = addAppMetadata;
	exports.getUserAgent = getUserAgent;
	const os = __importStar(__require("node:os"));
	const node_path_1 = __require("node:path");
	const packageJson = require_package();
	function replaceSlashes(s) {
		return s.replace("/", ":");
	}
	const MAX_LATIN1_CODE = 255;
	function toLatin1Safe(s) {
		let result = "";
		for (const char of s) result += char.charCodeAt(0) <= MAX_LATIN1_CODE ? char : encodeURIComponent(char);
		return result;
	}
	const baseUserAgent = `${replaceSlashes(packageJson.name)}/${packageJson.version} ${toLatin1Safe((0, node_path_1.basename)(process.title))}/${process.version.replace("v", "")} ${os.platform()}/${os.release()}`;
	const appMetadata = {};
	function addAppMetadata({ name, version }) {
		appMetadata[replaceSlashes(name)] = version;
	}
	function getUserAgent() {
		const appIdentifier = Object.entries(appMetadata).map(([name, version]) => `${name}/${version}`).join(" ");
		return (appIdentifier.length > 0 ? `${appIdentifier} ` : "") + baseUserAgent;
	}
}));

// node_modules/@slack/logger/dist/index.js
var require_dist$3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ConsoleLogger = exports.LogLevel = void 0;
	var LogLevel;
	(function(LogLevel) {
		LogLevel["ERROR"] = "error";
		LogLevel["WARN"] = "warn";
		LogLevel["INFO"] = "info";
		LogLevel["DEBUG"] = "debug";
	})(LogLevel || (exports.LogLevel = LogLevel = {}));
	var ConsoleLogger = class ConsoleLogger {
		level;
		name;
		static labels = (() => {
			const map = Object.entries(LogLevel).map(([key, value]) => [value, `[${key}] `]);
			return new Map(map);
		})();
		static severity = {
			[LogLevel.ERROR]: 400,
			[LogLevel.WARN]: 300,
			[LogLevel.INFO]: 200,
			[LogLevel.DEBUG]: 100
		};
		constructor() {
			this.level = LogLevel.INFO;
			this.name = "";
		}
		getLevel() {
			return this.level;
		}
		setLevel(level) {
			this.level = level;
		}
		setName(name) {
			this.name = name;
		}
		debug(...msg) {
			if (ConsoleLogger.isMoreOrEqualSevere(LogLevel.DEBUG, this.level)) console.debug(ConsoleLogger.labels.get(LogLevel.DEBUG), this.name, ...msg);
		}
		info(...msg) {
			if (ConsoleLogger.isMoreOrEqualSevere(LogLevel.INFO, this.level)) console.info(ConsoleLogger.labels.get(LogLevel.INFO), this.name, ...msg);
		}
		warn(...msg) {
			if (ConsoleLogger.isMoreOrEqualSevere(LogLevel.WARN, this.level)) console.warn(ConsoleLogger.labels.get(LogLevel.WARN), this.name, ...msg);
		}
		error(...msg) {
			if (ConsoleLogger.isMoreOrEqualSevere(LogLevel.ERROR, this.level)) console.error(ConsoleLogger.labels.get(LogLevel.ERROR), this.name, ...msg);
		}
		static isMoreOrEqualSevere(a, b) {
			return ConsoleLogger.severity[a] >= ConsoleLogger.severity[b];
		}
	};
	exports.ConsoleLogger = ConsoleLogger;
}));

// node_modules/@slack/web-api/dist/logger.js
var require_logger = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogLevel = void 0;
	exports.getLogger = getLogger;
	const logger_1 = require_dist$3();
	var logger_2 = require_dist$3();
	Object.defineProperty(exports, "LogLevel", {
		enumerable: true,
		get: function() {
			return logger_2.LogLevel;
		}
	});
	let instanceCount = 0;
	function getLogger(name, level, existingLogger) {
		const instanceId = instanceCount;
		instanceCount += 1;
		const logger = (() => {
			if (existingLogger !== void 0) return existingLogger;
			return new logger_1.ConsoleLogger();
		})();
		logger.setName(`web-api:${name}:${instanceId}`);
		if (level !== void 0) logger.setLevel(level);
		return logger;
	}
}));

// node_modules/@slack/web-api/dist/retry-policies.js
var require_retry_policies = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.rapidRetryPolicy = exports.fiveRetriesInFiveMinutes = exports.tenRetriesInAboutThirtyMinutes = void 0;
	exports.tenRetriesInAboutThirtyMinutes = {
		retries: 10,
		factor: 1.96821,
		randomize: true
	};
	exports.fiveRetriesInFiveMinutes = {
		retries: 5,
		factor: 3.86
	};
	exports.rapidRetryPolicy = {
		minTimeout: 0,
		maxTimeout: 1
	};
	const policies = {
		tenRetriesInAboutThirtyMinutes: exports.tenRetriesInAboutThirtyMinutes,
		fiveRetriesInFiveMinutes: exports.fiveRetriesInFiveMinutes,
		rapidRetryPolicy: exports.rapidRetryPolicy
	};
	exports.default = policies;
}));

// node_modules/@slack/web-api/dist/types/request/index.js
var require_request = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/web-api/dist/types/response/index.js
var require_response = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/web-api/dist/chat-stream.js
var require_chat_stream = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ChatStreamer = void 0;
	var ChatStreamer = class {
		buffer = "";
		client;
		logger;
		options;
		state;
		streamArgs;
		streamTs;
		token;
		constructor(client, logger, args, options) {
			this.client = client;
			this.logger = logger;
			this.options = { buffer_size: options.buffer_size ?? 256 };
			this.state = "starting";
			this.streamArgs = args;
		}
		get ts() {
			return this.streamTs;
		}
		async append(args) {
			if (this.state === "completed") throw new Error(`failed to append stream: stream state is ${this.state}`);
			const { markdown_text, chunks, ...opts } = args;
			if (opts.token) this.token = opts.token;
			if (markdown_text) this.buffer += markdown_text;
			if (this.buffer.length >= this.options.buffer_size || chunks) return await this.flushBuffer({
				chunks,
				...opts
			});
			const details = {
				bufferLength: this.buffer.length,
				bufferSize: this.options.buffer_size,
				channel: this.streamArgs.channel,
				recipientTeamId: this.streamArgs.recipient_team_id,
				recipientUserId: this.streamArgs.recipient_user_id,
				threadTs: this.streamArgs.thread_ts
			};
			this.logger.debug(`ChatStreamer appended to buffer: ${JSON.stringify(details)}`);
			return null;
		}
		async stop(args) {
			if (this.state === "completed") throw new Error(`failed to stop stream: stream state is ${this.state}`);
			const { markdown_text, chunks, ...opts } = args ?? {};
			if (opts.token) this.token = opts.token;
			if (markdown_text) this.buffer += markdown_text;
			if (!this.streamTs) {
				const response = await this.client.chat.startStream({
					...this.streamArgs,
					token: this.token
				});
				if (!response.ts) throw new Error("failed to stop stream: stream not started");
				this.streamTs = response.ts;
				this.state = "in_progress";
			}
			const chunksToFlush = [];
			if (this.buffer.length > 0) chunksToFlush.push({
				type: "markdown_text",
				text: this.buffer
			});
			if (chunks) chunksToFlush.push(...chunks);
			const response = await this.client.chat.stopStream({
				token: this.token,
				channel: this.streamArgs.channel,
				ts: this.streamTs,
				chunks: chunksToFlush,
				...opts
			});
			this.state = "completed";
			return response;
		}
		async flushBuffer(args) {
			const { chunks, ...opts } = args ?? {};
			const chunksToFlush = [];
			if (this.buffer.length > 0) chunksToFlush.push({
				type: "markdown_text",
				text: this.buffer
			});
			if (chunks) chunksToFlush.push(...chunks);
			if (!this.streamTs) {
				const response = await this.client.chat.startStream({
					...this.streamArgs,
					token: this.token,
					chunks: chunksToFlush,
					...opts
				});
				this.buffer = "";
				this.streamTs = response.ts;
				this.state = "in_progress";
				return response;
			}
			const response = await this.client.chat.appendStream({
				token: this.token,
				channel: this.streamArgs.channel,
				ts: this.streamTs,
				chunks: chunksToFlush,
				...opts
			});
			this.buffer = "";
			return response;
		}
	};
	exports.ChatStreamer = ChatStreamer;
}));

// node_modules/p-queue/node_modules/eventemitter3/index.js
var require_eventemitter3$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var has = Object.prototype.hasOwnProperty;
	var prefix = "~";
	function Events() {}
	if (Object.create) {
		Events.prototype = Object.create(null);
		if (!new Events().__proto__) prefix = false;
	}
	function EE(fn, context, once) {
		this.fn = fn;
		this.context = context;
		this.once = once || false;
	}
	function addListener(emitter, event, fn, context, once) {
		if (typeof fn !== "function") throw new TypeError("The listener must be a function");
		var listener = new EE(fn, context || emitter, once), evt = prefix ? prefix + event : event;
		if (!emitter._events[evt]) emitter._events[evt] = listener, emitter._eventsCount++;
		else if (!emitter._events[evt].fn) emitter._events[evt].push(listener);
		else emitter._events[evt] = [emitter._events[evt], listener];
		return emitter;
	}
	function clearEvent(emitter, evt) {
		if (--emitter._eventsCount === 0) emitter._events = new Events();
		else delete emitter._events[evt];
	}
	function EventEmitter() {
		this._events = new Events();
		this._eventsCount = 0;
	}
	EventEmitter.prototype.eventNames = function eventNames() {
		var names = [], events, name;
		if (this._eventsCount === 0) return names;
		for (name in events = this._events) if (has.call(events, name)) names.push(prefix ? name.slice(1) : name);
		if (Object.getOwnPropertySymbols) return names.concat(Object.getOwnPropertySymbols(events));
		return names;
	};
	EventEmitter.prototype.listeners = function listeners(event) {
		var evt = prefix ? prefix + event : event, handlers = this._events[evt];
		if (!handlers) return [];
		if (handlers.fn) return [handlers.fn];
		for (var i = 0, l = handlers.length, ee = new Array(l); i < l; i++) ee[i] = handlers[i].fn;
		return ee;
	};
	EventEmitter.prototype.listenerCount = function listenerCount(event) {
		var evt = prefix ? prefix + event : event, listeners = this._events[evt];
		if (!listeners) return 0;
		if (listeners.fn) return 1;
		return listeners.length;
	};
	EventEmitter.prototype.emit = function emit(event, a1, a2, a3, a4, a5) {
		var evt = prefix ? prefix + event : event;
		if (!this._events[evt]) return false;
		var listeners = this._events[evt], len = arguments.length, args, i;
		if (listeners.fn) {
			if (listeners.once) this.removeListener(event, listeners.fn, void 0, true);
			switch (len) {
				case 1: return listeners.fn.call(listeners.context), true;
				case 2: return listeners.fn.call(listeners.context, a1), true;
				case 3: return listeners.fn.call(listeners.context, a1, a2), true;
				case 4: return listeners.fn.call(listeners.context, a1, a2, a3), true;
				case 5: return listeners.fn.call(listeners.context, a1, a2, a3, a4), true;
				case 6: return listeners.fn.call(listeners.context, a1, a2, a3, a4, a5), true;
			}
			for (i = 1, args = new Array(len - 1); i < len; i++) args[i - 1] = arguments[i];
			listeners.fn.apply(listeners.context, args);
		} else {
			var length = listeners.length, j;
			for (i = 0; i < length; i++) {
				if (listeners[i].once) this.removeListener(event, listeners[i].fn, void 0, true);
				switch (len) {
					case 1:
						listeners[i].fn.call(listeners[i].context);
						break;
					case 2:
						listeners[i].fn.call(listeners[i].context, a1);
						break;
					case 3:
						listeners[i].fn.call(listeners[i].context, a1, a2);
						break;
					case 4:
						listeners[i].fn.call(listeners[i].context, a1, a2, a3);
						break;
					default:
						if (!args) for (j = 1, args = new Array(len - 1); j < len; j++) args[j - 1] = arguments[j];
						listeners[i].fn.apply(listeners[i].context, args);
				}
			}
		}
		return true;
	};
	EventEmitter.prototype.on = function on(event, fn, context) {
		return addListener(this, event, fn, context, false);
	};
	EventEmitter.prototype.once = function once(event, fn, context) {
		return addListener(this, event, fn, context, true);
	};
	EventEmitter.prototype.removeListener = function removeListener(event, fn, context, once) {
		var evt = prefix ? prefix + event : event;
		if (!this._events[evt]) return this;
		if (!fn) {
			clearEvent(this, evt);
			return this;
		}
		var listeners = this._events[evt];
		if (listeners.fn) {
			if (listeners.fn === fn && (!once || listeners.once) && (!context || listeners.context === context)) clearEvent(this, evt);
		} else {
			for (var i = 0, events = [], length = listeners.length; i < length; i++) if (listeners[i].fn !== fn || once && !listeners[i].once || context && listeners[i].context !== context) events.push(listeners[i]);
			if (events.length) this._events[evt] = events.length === 1 ? events[0] : events;
			else clearEvent(this, evt);
		}
		return this;
	};
	EventEmitter.prototype.removeAllListeners = function removeAllListeners(event) {
		var evt;
		if (event) {
			evt = prefix ? prefix + event : event;
			if (this._events[evt]) clearEvent(this, evt);
		} else {
			this._events = new Events();
			this._eventsCount = 0;
		}
		return this;
	};
	EventEmitter.prototype.off = EventEmitter.prototype.removeListener;
	EventEmitter.prototype.addListener = EventEmitter.prototype.on;
	EventEmitter.prefixed = prefix;
	EventEmitter.EventEmitter = EventEmitter;
	if ("undefined" !== typeof module) module.exports = EventEmitter;
}));

// node_modules/p-finally/index.js
var require_p_finally = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = (promise, onFinally) => {
		onFinally = onFinally || (() => {});
		return promise.then((val) => new Promise((resolve) => {
			resolve(onFinally());
		}).then(() => val), (err) => new Promise((resolve) => {
			resolve(onFinally());
		}).then(() => {
			throw err;
		}));
	};
}));

// node_modules/p-timeout/index.js
var require_p_timeout = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pFinally = require_p_finally();
	var TimeoutError = class extends Error {
		constructor(message) {
			super(message);
			this.name = "TimeoutError";
		}
	};
	const pTimeout = (promise, milliseconds, fallback) => new Promise((resolve, reject) => {
		if (typeof milliseconds !== "number" || milliseconds < 0) throw new TypeError("Expected `milliseconds` to be a positive number");
		if (milliseconds === 1e400) {
			resolve(promise);
			return;
		}
		const timer = setTimeout(() => {
			if (typeof fallback === "function") {
				try {
					resolve(fallback());
				} catch (error) {
					reject(error);
				}
				return;
			}
			const message = typeof fallback === "string" ? fallback : `Promise timed out after ${milliseconds} milliseconds`;
			const timeoutError = fallback instanceof Error ? fallback : new TimeoutError(message);
			if (typeof promise.cancel === "function") promise.cancel();
			reject(timeoutError);
		}, milliseconds);
		pFinally(promise.then(resolve, reject), () => {
			clearTimeout(timer);
		});
	});
	module.exports = pTimeout;
	module.exports.default = pTimeout;
	module.exports.TimeoutError = TimeoutError;
}));

// node_modules/p-queue/dist/lower-bound.js
var require_lower_bound = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function lowerBound(array, value, comparator) {
		let first = 0;
		let count = array.length;
		while (count > 0) {
			const step = count / 2 | 0;
			let it = first + step;
			if (comparator(array[it], value) <= 0) {
				first = ++it;
				count -= step + 1;
			} else count = step;
		}
		return first;
	}
	exports.default = lowerBound;
}));

// node_modules/p-queue/dist/priority-queue.js
var require_priority_queue = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const lower_bound_1 = require_lower_bound();
	var PriorityQueue = class {
		constructor() {
			this._queue = [];
		}
		enqueue(run, options) {
			options = Object.assign({ priority: 0 }, options);
			const element = {
				priority: options.priority,
				run
			};
			if (this.size && this._queue[this.size - 1].priority >= options.priority) {
				this._queue.push(element);
				return;
			}
			const index = lower_bound_1.default(this._queue, element, (a, b) => b.priority - a.priority);
			this._queue.splice(index, 0, element);
		}
		dequeue() {
			const item = this._queue.shift();
			return item === null || item === void 0 ? void 0 : item.run;
		}
		filter(options) {
			return this._queue.filter((element) => element.priority === options.priority).map((element) => element.run);
		}
		get size() {
			return this._queue.length;
		}
	};
	exports.default = PriorityQueue;
}));

// node_modules/p-queue/dist/index.js
var require_dist$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const EventEmitter = require_eventemitter3$1();
	const p_timeout_1 = require_p_timeout();
	const priority_queue_1 = require_priority_queue();
	const empty = () => {};
	const timeoutError = new p_timeout_1.TimeoutError();
	var PQueue = class extends EventEmitter {
		constructor(options) {
			var _a, _b, _c, _d;
			super();
			this._intervalCount = 0;
			this._intervalEnd = 0;
			this._pendingCount = 0;
			this._resolveEmpty = empty;
			this._resolveIdle = empty;
			options = Object.assign({
				carryoverConcurrencyCount: false,
				intervalCap: 1e400,
				interval: 0,
				concurrency: 1e400,
				autoStart: true,
				queueClass: priority_queue_1.default
			}, options);
			if (!(typeof options.intervalCap === "number" && options.intervalCap >= 1)) throw new TypeError(`Expected \`intervalCap\` to be a number from 1 and up, got \`${(_b = (_a = options.intervalCap) === null || _a === void 0 ? void 0 : _a.toString()) !== null && _b !== void 0 ? _b : ""}\` (${typeof options.intervalCap})`);
			if (options.interval === void 0 || !(Number.isFinite(options.interval) && options.interval >= 0)) throw new TypeError(`Expected \`interval\` to be a finite number >= 0, got \`${(_d = (_c = options.interval) === null || _c === void 0 ? void 0 : _c.toString()) !== null && _d !== void 0 ? _d : ""}\` (${typeof options.interval})`);
			this._carryoverConcurrencyCount = options.carryoverConcurrencyCount;
			this._isIntervalIgnored = options.intervalCap === 1e400 || options.interval === 0;
			this._intervalCap = options.intervalCap;
			this._interval = options.interval;
			this._queue = new options.queueClass();
			this._queueClass = options.queueClass;
			this.concurrency = options.concurrency;
			this._timeout = options.timeout;
			this._throwOnTimeout = options.throwOnTimeout === true;
			this._isPaused = options.autoStart === false;
		}
		get _doesIntervalAllowAnother() {
			return this._isIntervalIgnored || this._intervalCount < this._intervalCap;
		}
		get _doesConcurrentAllowAnother() {
			return this._pendingCount < this._concurrency;
		}
		_next() {
			this._pendingCount--;
			this._tryToStartAnother();
			this.emit("next");
		}
		_resolvePromises() {
			this._resolveEmpty();
			this._resolveEmpty = empty;
			if (this._pendingCount === 0) {
				this._resolveIdle();
				this._resolveIdle = empty;
				this.emit("idle");
			}
		}
		_onResumeInterval() {
			this._onInterval();
			this._initializeIntervalIfNeeded();
			this._timeoutId = void 0;
		}
		_isIntervalPaused() {
			const now = Date.now();
			if (this._intervalId === void 0) {
				const delay = this._intervalEnd - now;
				if (delay < 0) this._intervalCount = this._carryoverConcurrencyCount ? this._pendingCount : 0;
				else {
					if (this._timeoutId === void 0) this._timeoutId = setTimeout(() => {
						this._onResumeInterval();
					}, delay);
					return true;
				}
			}
			return false;
		}
		_tryToStartAnother() {
			if (this._queue.size === 0) {
				if (this._intervalId) clearInterval(this._intervalId);
				this._intervalId = void 0;
				this._resolvePromises();
				return false;
			}
			if (!this._isPaused) {
				const canInitializeInterval = !this._isIntervalPaused();
				if (this._doesIntervalAllowAnother && this._doesConcurrentAllowAnother) {
					const job = this._queue.dequeue();
					if (!job) return false;
					this.emit("active");
					job();
					if (canInitializeInterval) this._initializeIntervalIfNeeded();
					return true;
				}
			}
			return false;
		}
		_initializeIntervalIfNeeded() {
			if (this._isIntervalIgnored || this._intervalId !== void 0) return;
			this._intervalId = setInterval(() => {
				this._onInterval();
			}, this._interval);
			this._intervalEnd = Date.now() + this._interval;
		}
		_onInterval() {
			if (this._intervalCount === 0 && this._pendingCount === 0 && this._intervalId) {
				clearInterval(this._intervalId);
				this._intervalId = void 0;
			}
			this._intervalCount = this._carryoverConcurrencyCount ? this._pendingCount : 0;
			this._processQueue();
		}
		_processQueue() {
			while (this._tryToStartAnother());
		}
		get concurrency() {
			return this._concurrency;
		}
		set concurrency(newConcurrency) {
			if (!(typeof newConcurrency === "number" && newConcurrency >= 1)) throw new TypeError(`Expected \`concurrency\` to be a number from 1 and up, got \`${newConcurrency}\` (${typeof newConcurrency})`);
			this._concurrency = newConcurrency;
			this._processQueue();
		}
		async add(fn, options = {}) {
			return new Promise((resolve, reject) => {
				const run = async () => {
					this._pendingCount++;
					this._intervalCount++;
					try {
						resolve(await (this._timeout === void 0 && options.timeout === void 0 ? fn() : p_timeout_1.default(Promise.resolve(fn()), options.timeout === void 0 ? this._timeout : options.timeout, () => {
							if (options.throwOnTimeout === void 0 ? this._throwOnTimeout : options.throwOnTimeout) reject(timeoutError);
						})));
					} catch (error) {
						reject(error);
					}
					this._next();
				};
				this._queue.enqueue(run, options);
				this._tryToStartAnother();
				this.emit("add");
			});
		}
		async addAll(functions, options) {
			return Promise.all(functions.map(async (function_) => this.add(function_, options)));
		}
		start() {
			if (!this._isPaused) return this;
			this._isPaused = false;
			this._processQueue();
			return this;
		}
		pause() {
			this._isPaused = true;
		}
		clear() {
			this._queue = new this._queueClass();
		}
		async onEmpty() {
			if (this._queue.size === 0) return;
			return new Promise((resolve) => {
				const existingResolve = this._resolveEmpty;
				this._resolveEmpty = () => {
					existingResolve();
					resolve();
				};
			});
		}
		async onIdle() {
			if (this._pendingCount === 0 && this._queue.size === 0) return;
			return new Promise((resolve) => {
				const existingResolve = this._resolveIdle;
				this._resolveIdle = () => {
					existingResolve();
					resolve();
				};
			});
		}
		get size() {
			return this._queue.size;
		}
		sizeBy(options) {
			return this._queue.filter(options).length;
		}
		get pending() {
			return this._pendingCount;
		}
		get isPaused() {
			return this._isPaused;
		}
		get timeout() {
			return this._timeout;
		}
		set timeout(milliseconds) {
			this._timeout = milliseconds;
		}
	};
	exports.default = PQueue;
}));

// node_modules/retry/lib/retry_operation.js
var require_retry_operation = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function RetryOperation(timeouts, options) {
		if (typeof options === "boolean") options = { forever: options };
		this._originalTimeouts = JSON.parse(JSON.stringify(timeouts));
		this._timeouts = timeouts;
		this._options = options || {};
		this._maxRetryTime = options && options.maxRetryTime || 1e400;
		this._fn = null;
		this._errors = [];
		this._attempts = 1;
		this._operationTimeout = null;
		this._operationTimeoutCb = null;
		this._timeout = null;
		this._operationStart = null;
		this._timer = null;
		if (this._options.forever) this._cachedTimeouts = this._timeouts.slice(0);
	}
	module.exports = RetryOperation;
	RetryOperation.prototype.reset = function() {
		this._attempts = 1;
		this._timeouts = this._originalTimeouts.slice(0);
	};
	RetryOperation.prototype.stop = function() {
		if (this._timeout) clearTimeout(this._timeout);
		if (this._timer) clearTimeout(this._timer);
		this._timeouts = [];
		this._cachedTimeouts = null;
	};
	RetryOperation.prototype.retry = function(err) {
		if (this._timeout) clearTimeout(this._timeout);
		if (!err) return false;
		var currentTime = (/* @__PURE__ */ new Date()).getTime();
		if (err && currentTime - this._operationStart >= this._maxRetryTime) {
			this._errors.push(err);
			this._errors.unshift(/* @__PURE__ */ new Error("RetryOperation timeout occurred"));
			return false;
		}
		this._errors.push(err);
		var timeout = this._timeouts.shift();
		if (timeout === void 0) {
			if (this._cachedTimeouts) {
				this._errors.splice(0, this._errors.length - 1);
				timeout = this._cachedTimeouts.slice(-1);
			} else return false;
		}
		var self = this;
		this._timer = setTimeout(function() {
			self._attempts++;
			if (self._operationTimeoutCb) {
				self._timeout = setTimeout(function() {
					self._operationTimeoutCb(self._attempts);
				}, self._operationTimeout);
				if (self._options.unref) self._timeout.unref();
			}
			self._fn(self._attempts);
		}, timeout);
		if (this._options.unref) this._timer.unref();
		return true;
	};
	RetryOperation.prototype.attempt = function(fn, timeoutOps) {
		this._fn = fn;
		if (timeoutOps) {
			if (timeoutOps.timeout) this._operationTimeout = timeoutOps.timeout;
			if (timeoutOps.cb) this._operationTimeoutCb = timeoutOps.cb;
		}
		var self = this;
		if (this._operationTimeoutCb) this._timeout = setTimeout(function() {
			self._operationTimeoutCb();
		}, self._operationTimeout);
		this._operationStart = (/* @__PURE__ */ new Date()).getTime();
		this._fn(this._attempts);
	};
	RetryOperation.prototype.try = function(fn) {
		console.log("Using RetryOperation.try() is deprecated");
		this.attempt(fn);
	};
	RetryOperation.prototype.start = function(fn) {
		console.log("Using RetryOperation.start() is deprecated");
		this.attempt(fn);
	};
	RetryOperation.prototype.start = RetryOperation.prototype.try;
	RetryOperation.prototype.errors = function() {
		return this._errors;
	};
	RetryOperation.prototype.attempts = function() {
		return this._attempts;
	};
	RetryOperation.prototype.mainError = function() {
		if (this._errors.length === 0) return null;
		var counts = {};
		var mainError = null;
		var mainErrorCount = 0;
		for (var i = 0; i < this._errors.length; i++) {
			var error = this._errors[i];
			var message = error.message;
			var count = (counts[message] || 0) + 1;
			counts[message] = count;
			if (count >= mainErrorCount) {
				mainError = error;
				mainErrorCount = count;
			}
		}
		return mainError;
	};
}));

// node_modules/retry/lib/retry.js
var require_retry$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var RetryOperation = require_retry_operation();
	exports.operation = function(options) {
		return new RetryOperation(exports.timeouts(options), {
			forever: options && (options.forever || options.retries === 1e400),
			unref: options && options.unref,
			maxRetryTime: options && options.maxRetryTime
		});
	};
	exports.timeouts = function(options) {
		if (options instanceof Array) return [].concat(options);
		var opts = {
			retries: 10,
			factor: 2,
			minTimeout: 1e3,
			maxTimeout: 1e400,
			randomize: false
		};
		for (var key in options) opts[key] = options[key];
		if (opts.minTimeout > opts.maxTimeout) throw new Error("minTimeout is greater than maxTimeout");
		var timeouts = [];
		for (var i = 0; i < opts.retries; i++) timeouts.push(this.createTimeout(i, opts));
		if (options && options.forever && !timeouts.length) timeouts.push(this.createTimeout(i, opts));
		timeouts.sort(function(a, b) {
			return a - b;
		});
		return timeouts;
	};
	exports.createTimeout = function(attempt, opts) {
		var random = opts.randomize ? Math.random() + 1 : 1;
		var timeout = Math.round(random * Math.max(opts.minTimeout, 1) * Math.pow(opts.factor, attempt));
		timeout = Math.min(timeout, opts.maxTimeout);
		return timeout;
	};
	exports.wrap = function(obj, options, methods) {
		if (options instanceof Array) {
			methods = options;
			options = null;
		}
		if (!methods) {
			methods = [];
			for (var key in obj) if (typeof obj[key] === "function") methods.push(key);
		}
		for (var i = 0; i < methods.length; i++) {
			var method = methods[i];
			var original = obj[method];
			obj[method] = function retryWrapper(original) {
				var op = exports.operation(options);
				var args = Array.prototype.slice.call(arguments, 1);
				var callback = args.pop();
				args.push(function(err) {
					if (op.retry(err)) return;
					if (err) arguments[0] = op.mainError();
					callback.apply(this, arguments);
				});
				op.attempt(function() {
					original.apply(obj, args);
				});
			}.bind(obj, original);
			obj[method].options = options;
		}
	};
}));

// node_modules/retry/index.js
var require_retry = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_retry$1();
}));

// node_modules/p-retry/index.js
var require_p_retry = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const retry = require_retry();
	const networkErrorMsgs = [
		"Failed to fetch",
		"NetworkError when attempting to fetch resource.",
		"The Internet connection appears to be offline.",
		"Network request failed"
	];
	var AbortError = class extends Error {
		constructor(message) {
			super();
			if (message instanceof Error) {
				this.originalError = message;
				({message} = message);
			} else {
				this.originalError = new Error(message);
				this.originalError.stack = this.stack;
			}
			this.name = "AbortError";
			this.message = message;
		}
	};
	const decorateErrorWithCounts = (error, attemptNumber, options) => {
		const retriesLeft = options.retries - (attemptNumber - 1);
		error.attemptNumber = attemptNumber;
		error.retriesLeft = retriesLeft;
		return error;
	};
	const isNetworkError = (errorMessage) => networkErrorMsgs.includes(errorMessage);
	const pRetry = (input, options) => new Promise((resolve, reject) => {
		options = {
			onFailedAttempt: () => {},
			retries: 10,
			...options
		};
		const operation = retry.operation(options);
		operation.attempt(async (attemptNumber) => {
			try {
				resolve(await input(attemptNumber));
			} catch (error) {
				if (!(error instanceof Error)) {
					reject(/* @__PURE__ */ new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`));
					return;
				}
				if (error instanceof AbortError) {
					operation.stop();
					reject(error.originalError);
				} else if (error instanceof TypeError && !isNetworkError(error.message)) {
					operation.stop();
					reject(error);
				} else {
					decorateErrorWithCounts(error, attemptNumber, options);
					try {
						await options.onFailedAttempt(error);
					} catch (error) {
						reject(error);
						return;
					}
					if (!operation.retry(error)) reject(operation.mainError());
				}
			}
		});
	});
	module.exports = pRetry;
	module.exports.default = pRetry;
	module.exports.AbortError = AbortError;
}));

// node_modules/@slack/web-api/dist/file-upload.js
var require_file_upload = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getFileUploadJob = getFileUploadJob;
	exports.getMultipleFileUploadJobs = getMultipleFileUploadJobs;
	exports.getFileData = getFileData;
	exports.getFileDataLength = getFileDataLength;
	exports.getFileDataAsStream = getFileDataAsStream;
	exports.getAllFileUploadsToComplete = getAllFileUploadsToComplete;
	exports.warnIfChannels = warnIfChannels;
	exports.errorIfChannelsCsv = errorIfChannelsCsv;
	exports.errorIfInvalidOrMissingFileData = errorIfInvalidOrMissingFileData;
	exports.warnIfMissingOrInvalidFileNameAndDefault = warnIfMissingOrInvalidFileNameAndDefault;
	exports.warnIfLegacyFileType = warnIfLegacyFileType;
	exports.buildMissingFileIdError = buildMissingFileIdError;
	exports.buildFileSizeErrorMsg = buildFileSizeErrorMsg;
	exports.buildLegacyFileTypeWarning = buildLegacyFileTypeWarning;
	exports.buildMissingFileNameWarning = buildMissingFileNameWarning;
	exports.buildMissingExtensionWarning = buildMissingExtensionWarning;
	exports.buildFilesUploadMissingMessage = buildFilesUploadMissingMessage;
	exports.buildChannelsWarning = buildChannelsWarning;
	exports.buildMultipleChannelsErrorMsg = buildMultipleChannelsErrorMsg;
	exports.buildInvalidFilesUploadParamError = buildInvalidFilesUploadParamError;
	const node_fs_1 = __require("node:fs");
	const node_stream_1 = __require("node:stream");
	const errors_1 = require_errors();
	async function getFileUploadJob(options, logger) {
		warnIfLegacyFileType(options, logger);
		warnIfChannels(options, logger);
		errorIfChannelsCsv(options);
		const fileName = warnIfMissingOrInvalidFileNameAndDefault(options, logger);
		const fileData = await getFileData(options);
		const fileDataBytesLength = getFileDataLength(fileData);
		const fileUploadJob = {
			alt_text: options.alt_text,
			blocks: options.blocks,
			channel_id: options.channels ?? options.channel_id,
			filename: options.filename ?? fileName,
			highlight_type: options.highlight_type,
			initial_comment: options.initial_comment,
			snippet_type: options.snippet_type,
			title: options.title ?? options.filename ?? fileName,
			data: fileData,
			length: fileDataBytesLength
		};
		if ("thread_ts" in options) fileUploadJob.thread_ts = options.thread_ts;
		if ("token" in options) fileUploadJob.token = options.token;
		if ("content" in options) return {
			content: options.content,
			...fileUploadJob
		};
		if ("file" in options) return {
			file: options.file,
			...fileUploadJob
		};
		throw new errors_1.WebAPIFileUploadInvalidArgumentsError("Either a file or content field is required for valid file upload. You must supply one");
	}
	async function getMultipleFileUploadJobs(options, logger) {
		if ("file_uploads" in options) return Promise.all(options.file_uploads.map((upload) => {
			const { blocks, channel_id, channels, initial_comment, thread_ts } = upload;
			if (blocks || channel_id || channels || initial_comment || thread_ts) throw new errors_1.WebAPIFileUploadInvalidArgumentsError(buildInvalidFilesUploadParamError());
			const uploadJobArgs = {
				...upload,
				blocks: options.blocks,
				channels: options.channels,
				channel_id: options.channel_id,
				initial_comment: options.initial_comment
			};
			if ("thread_ts" in options) uploadJobArgs.thread_ts = options.thread_ts;
			if ("token" in options) uploadJobArgs.token = options.token;
			if ("content" in upload) return getFileUploadJob({
				content: upload.content,
				...uploadJobArgs
			}, logger);
			if ("file" in upload) return getFileUploadJob({
				file: upload.file,
				...uploadJobArgs
			}, logger);
			throw new errors_1.WebAPIFileUploadInvalidArgumentsError("Either a file or content field is required for valid file upload. You must supply one");
		}));
		throw new Error(buildFilesUploadMissingMessage());
	}
	async function getFileData(options) {
		errorIfInvalidOrMissingFileData(options);
		if ("file" in options) {
			const { file } = options;
			if (Buffer.isBuffer(file)) return file;
			if (typeof file === "string") try {
				return (0, node_fs_1.readFileSync)(file);
			} catch (_err) {
				throw new errors_1.WebAPIFileUploadInvalidArgumentsError(`Unable to resolve file data for ${file}. Please supply a filepath string, or binary data Buffer or String directly.`);
			}
			const data = await getFileDataAsStream(file);
			if (data) return data;
		}
		if ("content" in options) return Buffer.from(options.content);
		throw new errors_1.WebAPIFileUploadReadFileDataError("There was an issue getting the file data for the file or content supplied");
	}
	function getFileDataLength(data) {
		if (data) return Buffer.byteLength(data, "utf8");
		throw new errors_1.WebAPIFileUploadReadFileDataError(buildFileSizeErrorMsg());
	}
	async function getFileDataAsStream(readable) {
		const chunks = [];
		return new Promise((resolve, reject) => {
			readable.on("readable", () => {
				let chunk = readable.read();
				while (chunk !== null) {
					chunks.push(chunk);
					chunk = readable.read();
				}
			});
			readable.on("end", () => {
				if (chunks.length > 0) resolve(Buffer.concat(chunks));
				else reject(Error("No data in supplied file"));
			});
		});
	}
	function getAllFileUploadsToComplete(fileUploads) {
		const toComplete = {};
		for (const upload of fileUploads) {
			const { blocks, channel_id, thread_ts, highlight_type, initial_comment, file_id, title } = upload;
			if (file_id) {
				const compareString = `:::${channel_id}:::${thread_ts}:::${initial_comment}:::${JSON.stringify(blocks)}`;
				if (!Object.prototype.hasOwnProperty.call(toComplete, compareString)) {
					toComplete[compareString] = {
						files: [{
							id: file_id,
							title,
							highlight_type
						}],
						channel_id,
						blocks,
						initial_comment
					};
					if (thread_ts && channel_id) {
						const fileThreadDestinationArgument = {
							channel_id,
							thread_ts
						};
						toComplete[compareString] = {
							...toComplete[compareString],
							...fileThreadDestinationArgument
						};
					}
					if ("token" in upload) toComplete[compareString].token = upload.token;
				} else toComplete[compareString].files.push({
					id: file_id,
					title,
					highlight_type
				});
			} else throw new Error(buildMissingFileIdError());
		}
		return toComplete;
	}
	function warnIfChannels(options, logger) {
		if (options.channels) logger.warn(buildChannelsWarning());
	}
	function errorIfChannelsCsv(options) {
		if ((options.channels ? options.channels.split(",") : []).length > 1) throw new errors_1.WebAPIFileUploadInvalidArgumentsError(buildMultipleChannelsErrorMsg());
	}
	function errorIfInvalidOrMissingFileData(options) {
		const hasFile = "file" in options;
		const hasContent = "content" in options;
		if (!(hasFile || hasContent) || hasFile && hasContent) throw new errors_1.WebAPIFileUploadInvalidArgumentsError("Either a file or content field is required for valid file upload. You cannot supply both");
		if ("file" in options) {
			const { file } = options;
			if (file && !(typeof file === "string" || Buffer.isBuffer(file) || file instanceof node_stream_1.Readable)) throw new errors_1.WebAPIFileUploadInvalidArgumentsError("file must be a valid string path, buffer or Readable");
		}
		if ("content" in options && options.content && typeof options.content !== "string") throw new errors_1.WebAPIFileUploadInvalidArgumentsError("content must be a string");
	}
	function warnIfMissingOrInvalidFileNameAndDefault(options, logger) {
		const DEFAULT_FILENAME = `file.${options.filetype ?? "txt"}`;
		const { filename } = options;
		if (!filename) {
			logger.warn(buildMissingFileNameWarning());
			return DEFAULT_FILENAME;
		}
		if (filename.split(".").length < 2) logger.warn(buildMissingExtensionWarning(filename));
		return filename;
	}
	function warnIfLegacyFileType(options, logger) {
		if (options.filetype) logger.warn(buildLegacyFileTypeWarning());
	}
	function buildMissingFileIdError() {
		return "Missing required file id for file upload completion";
	}
	function buildFileSizeErrorMsg() {
		return "There was an issue calculating the size of your file";
	}
	function buildLegacyFileTypeWarning() {
		return "filetype is no longer a supported field in files.uploadV2. \nPlease remove this field. To indicate file type, please do so via the required filename property using the appropriate file extension, e.g. image.png, text.txt";
	}
	function buildMissingFileNameWarning() {
		return "filename is a required field for files.uploadV2. \n For backwards compatibility and ease of migration, defaulting the filename. For best experience and consistent unfurl behavior, you should set the filename property with correct file extension, e.g. image.png, text.txt";
	}
	function buildMissingExtensionWarning(filename) {
		return `filename supplied '${filename}' may be missing a proper extension. Missing extenions may result in unexpected unfurl behavior when shared`;
	}
	function buildFilesUploadMissingMessage() {
		return "Something went wrong with processing file_uploads";
	}
	function buildChannelsWarning() {
		return "Although the 'channels' parameter is still supported for smoother migration from legacy files.upload, we recommend using the new channel_id parameter with a single str value instead (e.g. 'C12345').";
	}
	function buildMultipleChannelsErrorMsg() {
		return "Sharing files with multiple channels is no longer supported in v2. Share files in each channel separately instead.";
	}
	function buildInvalidFilesUploadParamError() {
		return "You may supply file_uploads only for a single channel, message, or thread respectively. Therefore, please supply any channel_id, initial_comment or blocks, or thread_ts in the top-layer.";
	}
}));

// node_modules/@slack/web-api/dist/helpers.js
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.default = delay;
	function delay(ms) {
		return new Promise((resolve) => {
			setTimeout(resolve, ms);
		});
	}
}));

// node_modules/eventemitter3/index.js
var require_eventemitter3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var has = Object.prototype.hasOwnProperty;
	var prefix = "~";
	function Events() {}
	if (Object.create) {
		Events.prototype = Object.create(null);
		if (!new Events().__proto__) prefix = false;
	}
	function EE(fn, context, once) {
		this.fn = fn;
		this.context = context;
		this.once = once || false;
	}
	function addListener(emitter, event, fn, context, once) {
		if (typeof fn !== "function") throw new TypeError("The listener must be a function");
		var listener = new EE(fn, context || emitter, once), evt = prefix ? prefix + event : event;
		if (!emitter._events[evt]) emitter._events[evt] = listener, emitter._eventsCount++;
		else if (!emitter._events[evt].fn) emitter._events[evt].push(listener);
		else emitter._events[evt] = [emitter._events[evt], listener];
		return emitter;
	}
	function clearEvent(emitter, evt) {
		if (--emitter._eventsCount === 0) emitter._events = new Events();
		else delete emitter._events[evt];
	}
	function EventEmitter() {
		this._events = new Events();
		this._eventsCount = 0;
	}
	EventEmitter.prototype.eventNames = function eventNames() {
		var names = [], events, name;
		if (this._eventsCount === 0) return names;
		for (name in events = this._events) if (has.call(events, name)) names.push(prefix ? name.slice(1) : name);
		if (Object.getOwnPropertySymbols) return names.concat(Object.getOwnPropertySymbols(events));
		return names;
	};
	EventEmitter.prototype.listeners = function listeners(event) {
		var evt = prefix ? prefix + event : event, handlers = this._events[evt];
		if (!handlers) return [];
		if (handlers.fn) return [handlers.fn];
		for (var i = 0, l = handlers.length, ee = new Array(l); i < l; i++) ee[i] = handlers[i].fn;
		return ee;
	};
	EventEmitter.prototype.listenerCount = function listenerCount(event) {
		var evt = prefix ? prefix + event : event, listeners = this._events[evt];
		if (!listeners) return 0;
		if (listeners.fn) return 1;
		return listeners.length;
	};
	EventEmitter.prototype.emit = function emit(event, a1, a2, a3, a4, a5) {
		var evt = prefix ? prefix + event : event;
		if (!this._events[evt]) return false;
		var listeners = this._events[evt], len = arguments.length, args, i;
		if (listeners.fn) {
			if (listeners.once) this.removeListener(event, listeners.fn, void 0, true);
			switch (len) {
				case 1: return listeners.fn.call(listeners.context), true;
				case 2: return listeners.fn.call(listeners.context, a1), true;
				case 3: return listeners.fn.call(listeners.context, a1, a2), true;
				case 4: return listeners.fn.call(listeners.context, a1, a2, a3), true;
				case 5: return listeners.fn.call(listeners.context, a1, a2, a3, a4), true;
				case 6: return listeners.fn.call(listeners.context, a1, a2, a3, a4, a5), true;
			}
			for (i = 1, args = new Array(len - 1); i < len; i++) args[i - 1] = arguments[i];
			listeners.fn.apply(listeners.context, args);
		} else {
			var length = listeners.length, j;
			for (i = 0; i < length; i++) {
				if (listeners[i].once) this.removeListener(event, listeners[i].fn, void 0, true);
				switch (len) {
					case 1:
						listeners[i].fn.call(listeners[i].context);
						break;
					case 2:
						listeners[i].fn.call(listeners[i].context, a1);
						break;
					case 3:
						listeners[i].fn.call(listeners[i].context, a1, a2);
						break;
					case 4:
						listeners[i].fn.call(listeners[i].context, a1, a2, a3);
						break;
					default:
						if (!args) for (j = 1, args = new Array(len - 1); j < len; j++) args[j - 1] = arguments[j];
						listeners[i].fn.apply(listeners[i].context, args);
				}
			}
		}
		return true;
	};
	EventEmitter.prototype.on = function on(event, fn, context) {
		return addListener(this, event, fn, context, false);
	};
	EventEmitter.prototype.once = function once(event, fn, context) {
		return addListener(this, event, fn, context, true);
	};
	EventEmitter.prototype.removeListener = function removeListener(event, fn, context, once) {
		var evt = prefix ? prefix + event : event;
		if (!this._events[evt]) return this;
		if (!fn) {
			clearEvent(this, evt);
			return this;
		}
		var listeners = this._events[evt];
		if (listeners.fn) {
			if (listeners.fn === fn && (!once || listeners.once) && (!context || listeners.context === context)) clearEvent(this, evt);
		} else {
			for (var i = 0, events = [], length = listeners.length; i < length; i++) if (listeners[i].fn !== fn || once && !listeners[i].once || context && listeners[i].context !== context) events.push(listeners[i]);
			if (events.length) this._events[evt] = events.length === 1 ? events[0] : events;
			else clearEvent(this, evt);
		}
		return this;
	};
	EventEmitter.prototype.removeAllListeners = function removeAllListeners(event) {
		var evt;
		if (event) {
			evt = prefix ? prefix + event : event;
			if (this._events[evt]) clearEvent(this, evt);
		} else {
			this._events = new Events();
			this._eventsCount = 0;
		}
		return this;
	};
	EventEmitter.prototype.off = EventEmitter.prototype.removeListener;
	EventEmitter.prototype.addListener = EventEmitter.prototype.on;
	EventEmitter.prefixed = prefix;
	EventEmitter.EventEmitter = EventEmitter;
	if ("undefined" !== typeof module) module.exports = EventEmitter;
}));

// node_modules/@slack/types/dist/block-kit/block-elements.js
var require_block_elements = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/block-kit/blocks.js
var require_blocks = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/block-kit/composition-objects.js
var require_composition_objects = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/block-kit/extensions.js
var require_extensions = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/calls.js
var require_calls = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/chunk.js
var require_chunk = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/dialog.js
var require_dialog = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/agent.js
var require_agent = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/app.js
var require_app = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/assistant.js
var require_assistant = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/call.js
var require_call = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/channel.js
var require_channel = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/dnd.js
var require_dnd = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/email.js
var require_email = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/emoji.js
var require_emoji = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/file.js
var require_file = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/function.js
var require_function = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/grid-migration.js
var require_grid_migration = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/group.js
var require_group = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/im.js
var require_im = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/invite.js
var require_invite = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/link-shared.js
var require_link_shared = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/member.js
var require_member = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/message.js
var require_message = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/message-metadata.js
var require_message_metadata$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/pin.js
var require_pin = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/reaction.js
var require_reaction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/shared-channel.js
var require_shared_channel = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/star.js
var require_star = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/steps-from-apps.js
var require_steps_from_apps = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/subteam.js
var require_subteam = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/team.js
var require_team = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/token.js
var require_token = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/user.js
var require_user = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/events/index.js
var require_events = /* @__PURE__ */ __commonJSMin(((exports, module, this$5) => {
	var __createBinding = this$5 && this$5.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$5 && this$5.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_agent(), exports);
	__exportStar(require_app(), exports);
	__exportStar(require_assistant(), exports);
	__exportStar(require_call(), exports);
	__exportStar(require_channel(), exports);
	__exportStar(require_dnd(), exports);
	__exportStar(require_email(), exports);
	__exportStar(require_emoji(), exports);
	__exportStar(require_file(), exports);
	__exportStar(require_function(), exports);
	__exportStar(require_grid_migration(), exports);
	__exportStar(require_group(), exports);
	__exportStar(require_im(), exports);
	__exportStar(require_invite(), exports);
	__exportStar(require_link_shared(), exports);
	__exportStar(require_member(), exports);
	__exportStar(require_message(), exports);
	__exportStar(require_message_metadata$1(), exports);
	__exportStar(require_pin(), exports);
	__exportStar(require_reaction(), exports);
	__exportStar(require_shared_channel(), exports);
	__exportStar(require_star(), exports);
	__exportStar(require_steps_from_apps(), exports);
	__exportStar(require_subteam(), exports);
	__exportStar(require_team(), exports);
	__exportStar(require_token(), exports);
	__exportStar(require_user(), exports);
}));

// node_modules/@slack/types/dist/message-attachments.js
var require_message_attachments = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/message-metadata.js
var require_message_metadata = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CustomFieldType = exports.EntityType = void 0;
	var EntityType;
	(function(EntityType) {
		EntityType["Task"] = "slack#/entities/task";
		EntityType["File"] = "slack#/entities/file";
		EntityType["Item"] = "slack#/entities/item";
		EntityType["Incident"] = "slack#/entities/incident";
		EntityType["ContentItem"] = "slack#/entities/content_item";
	})(EntityType || (exports.EntityType = EntityType = {}));
	var CustomFieldType;
	(function(CustomFieldType) {
		CustomFieldType["Integer"] = "integer";
		CustomFieldType["String"] = "string";
		CustomFieldType["Array"] = "array";
		CustomFieldType["Date"] = "slack#/types/date";
		CustomFieldType["Timestamp"] = "slack#/types/timestamp";
		CustomFieldType["Image"] = "slack#/types/image";
		CustomFieldType["ChannelId"] = "slack#/types/channel_id";
		CustomFieldType["User"] = "slack#/types/user";
		CustomFieldType["EntityRef"] = "slack#/types/entity_ref";
		CustomFieldType["Boolean"] = "boolean";
		CustomFieldType["Link"] = "slack#/types/link";
		CustomFieldType["Email"] = "slack#/types/email";
	})(CustomFieldType || (exports.CustomFieldType = CustomFieldType = {}));
}));

// node_modules/@slack/types/dist/views.js
var require_views = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));

// node_modules/@slack/types/dist/index.js
var require_dist$1 = /* @__PURE__ */ __commonJSMin(((exports, module, this$4) => {
	var __createBinding = this$4 && this$4.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$4 && this$4.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_block_elements(), exports);
	__exportStar(require_blocks(), exports);
	__exportStar(require_composition_objects(), exports);
	__exportStar(require_extensions(), exports);
	__exportStar(require_calls(), exports);
	__exportStar(require_chunk(), exports);
	__exportStar(require_dialog(), exports);
	__exportStar(require_events(), exports);
	__exportStar(require_message_attachments(), exports);
	__exportStar(require_message_metadata(), exports);
	__exportStar(require_views(), exports);
}));

// node_modules/@slack/web-api/dist/methods.js
var require_methods = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	var __createBinding = this$3 && this$3.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$3 && this$3.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Methods = void 0;
	const eventemitter3_1 = require_eventemitter3();
	const WebClient_1 = require_WebClient();
	function bindApiCall(self, method) {
		return self.apiCall.bind(self, method);
	}
	function bindApiCallWithOptionalArgument(self, method) {
		return self.apiCall.bind(self, method);
	}
	function bindFilesUploadV2(self) {
		return self.filesUploadV2.bind(self);
	}
	var Methods = class extends eventemitter3_1.EventEmitter {
		constructor() {
			super();
			if (new.target !== WebClient_1.WebClient && !(new.target.prototype instanceof WebClient_1.WebClient)) throw new Error("Attempt to inherit from WebClient methods without inheriting from WebClient");
		}
		admin = {
			analytics: { getFile: bindApiCall(this, "admin.analytics.getFile") },
			apps: {
				activities: { list: bindApiCallWithOptionalArgument(this, "admin.apps.activities.list") },
				approve: bindApiCall(this, "admin.apps.approve"),
				approved: { list: bindApiCall(this, "admin.apps.approved.list") },
				clearResolution: bindApiCall(this, "admin.apps.clearResolution"),
				config: {
					lookup: bindApiCall(this, "admin.apps.config.lookup"),
					set: bindApiCall(this, "admin.apps.config.set")
				},
				requests: {
					cancel: bindApiCall(this, "admin.apps.requests.cancel"),
					list: bindApiCall(this, "admin.apps.requests.list")
				},
				restrict: bindApiCall(this, "admin.apps.restrict"),
				restricted: { list: bindApiCall(this, "admin.apps.restricted.list") },
				uninstall: bindApiCall(this, "admin.apps.uninstall")
			},
			auth: { policy: {
				assignEntities: bindApiCall(this, "admin.auth.policy.assignEntities"),
				getEntities: bindApiCall(this, "admin.auth.policy.getEntities"),
				removeEntities: bindApiCall(this, "admin.auth.policy.removeEntities")
			} },
			barriers: {
				create: bindApiCall(this, "admin.barriers.create"),
				delete: bindApiCall(this, "admin.barriers.delete"),
				list: bindApiCallWithOptionalArgument(this, "admin.barriers.list"),
				update: bindApiCall(this, "admin.barriers.update")
			},
			conversations: {
				archive: bindApiCall(this, "admin.conversations.archive"),
				bulkArchive: bindApiCall(this, "admin.conversations.bulkArchive"),
				bulkDelete: bindApiCall(this, "admin.conversations.bulkDelete"),
				bulkMove: bindApiCall(this, "admin.conversations.bulkMove"),
				convertToPrivate: bindApiCall(this, "admin.conversations.convertToPrivate"),
				convertToPublic: bindApiCall(this, "admin.conversations.convertToPublic"),
				create: bindApiCall(this, "admin.conversations.create"),
				delete: bindApiCall(this, "admin.conversations.delete"),
				disconnectShared: bindApiCall(this, "admin.conversations.disconnectShared"),
				ekm: { listOriginalConnectedChannelInfo: bindApiCallWithOptionalArgument(this, "admin.conversations.ekm.listOriginalConnectedChannelInfo") },
				getConversationPrefs: bindApiCall(this, "admin.conversations.getConversationPrefs"),
				getCustomRetention: bindApiCall(this, "admin.conversations.getCustomRetention"),
				getTeams: bindApiCall(this, "admin.conversations.getTeams"),
				invite: bindApiCall(this, "admin.conversations.invite"),
				lookup: bindApiCall(this, "admin.conversations.lookup"),
				removeCustomRetention: bindApiCall(this, "admin.conversations.removeCustomRetention"),
				rename: bindApiCall(this, "admin.conversations.rename"),
				restrictAccess: {
					addGroup: bindApiCall(this, "admin.conversations.restrictAccess.addGroup"),
					listGroups: bindApiCall(this, "admin.conversations.restrictAccess.listGroups"),
					removeGroup: bindApiCall(this, "admin.conversations.restrictAccess.removeGroup")
				},
				search: bindApiCallWithOptionalArgument(this, "admin.conversations.search"),
				setConversationPrefs: bindApiCall(this, "admin.conversations.setConversationPrefs"),
				setCustomRetention: bindApiCall(this, "admin.conversations.setCustomRetention"),
				setTeams: bindApiCall(this, "admin.conversations.setTeams"),
				unarchive: bindApiCall(this, "admin.conversations.unarchive")
			},
			emoji: {
				add: bindApiCall(this, "admin.emoji.add"),
				addAlias: bindApiCall(this, "admin.emoji.addAlias"),
				list: bindApiCallWithOptionalArgument(this, "admin.emoji.list"),
				remove: bindApiCall(this, "admin.emoji.remove"),
				rename: bindApiCall(this, "admin.emoji.rename")
			},
			functions: {
				list: bindApiCall(this, "admin.functions.list"),
				permissions: {
					lookup: bindApiCall(this, "admin.functions.permissions.lookup"),
					set: bindApiCall(this, "admin.functions.permissions.set")
				}
			},
			inviteRequests: {
				approve: bindApiCall(this, "admin.inviteRequests.approve"),
				approved: { list: bindApiCall(this, "admin.inviteRequests.approved.list") },
				denied: { list: bindApiCall(this, "admin.inviteRequests.denied.list") },
				deny: bindApiCall(this, "admin.inviteRequests.deny"),
				list: bindApiCall(this, "admin.inviteRequests.list")
			},
			roles: {
				addAssignments: bindApiCall(this, "admin.roles.addAssignments"),
				listAssignments: bindApiCallWithOptionalArgument(this, "admin.roles.listAssignments"),
				removeAssignments: bindApiCall(this, "admin.roles.removeAssignments")
			},
			teams: {
				admins: { list: bindApiCall(this, "admin.teams.admins.list") },
				create: bindApiCall(this, "admin.teams.create"),
				list: bindApiCallWithOptionalArgument(this, "admin.teams.list"),
				owners: { list: bindApiCall(this, "admin.teams.owners.list") },
				settings: {
					info: bindApiCall(this, "admin.teams.settings.info"),
					setDefaultChannels: bindApiCall(this, "admin.teams.settings.setDefaultChannels"),
					setDescription: bindApiCall(this, "admin.teams.settings.setDescription"),
					setDiscoverability: bindApiCall(this, "admin.teams.settings.setDiscoverability"),
					setIcon: bindApiCall(this, "admin.teams.settings.setIcon"),
					setName: bindApiCall(this, "admin.teams.settings.setName")
				}
			},
			usergroups: {
				addChannels: bindApiCall(this, "admin.usergroups.addChannels"),
				addTeams: bindApiCall(this, "admin.usergroups.addTeams"),
				listChannels: bindApiCall(this, "admin.usergroups.listChannels"),
				removeChannels: bindApiCall(this, "admin.usergroups.removeChannels")
			},
			users: {
				assign: bindApiCall(this, "admin.users.assign"),
				getExpiration: bindApiCall(this, "admin.users.getExpiration"),
				invite: bindApiCall(this, "admin.users.invite"),
				list: bindApiCallWithOptionalArgument(this, "admin.users.list"),
				remove: bindApiCall(this, "admin.users.remove"),
				session: {
					clearSettings: bindApiCall(this, "admin.users.session.clearSettings"),
					getSettings: bindApiCall(this, "admin.users.session.getSettings"),
					invalidate: bindApiCall(this, "admin.users.session.invalidate"),
					list: bindApiCallWithOptionalArgument(this, "admin.users.session.list"),
					reset: bindApiCall(this, "admin.users.session.reset"),
					resetBulk: bindApiCall(this, "admin.users.session.resetBulk"),
					setSettings: bindApiCall(this, "admin.users.session.setSettings")
				},
				setAdmin: bindApiCall(this, "admin.users.setAdmin"),
				setExpiration: bindApiCall(this, "admin.users.setExpiration"),
				setOwner: bindApiCall(this, "admin.users.setOwner"),
				setRegular: bindApiCall(this, "admin.users.setRegular"),
				unsupportedVersions: { export: bindApiCall(this, "admin.users.unsupportedVersions.export") }
			},
			workflows: {
				collaborators: {
					add: bindApiCall(this, "admin.workflows.collaborators.add"),
					remove: bindApiCall(this, "admin.workflows.collaborators.remove")
				},
				permissions: { lookup: bindApiCall(this, "admin.workflows.permissions.lookup") },
				search: bindApiCallWithOptionalArgument(this, "admin.workflows.search"),
				unpublish: bindApiCall(this, "admin.workflows.unpublish")
			}
		};
		agents = {
			conversations: {
				archive: bindApiCall(this, "agents.conversations.archive"),
				create: bindApiCall(this, "agents.conversations.create"),
				getCanvas: bindApiCall(this, "agents.conversations.getCanvas"),
				listViews: bindApiCall(this, "agents.conversations.listViews"),
				removeView: bindApiCall(this, "agents.conversations.removeView"),
				setCanvasContent: bindApiCall(this, "agents.conversations.setCanvasContent"),
				setCommands: bindApiCall(this, "agents.conversations.setCommands"),
				setProperties: bindApiCall(this, "agents.conversations.setProperties"),
				setView: bindApiCall(this, "agents.conversations.setView")
			},
			sessions: {
				rename: bindApiCall(this, "agents.sessions.rename"),
				setStatus: bindApiCall(this, "agents.sessions.setStatus")
			}
		};
		api = { test: bindApiCallWithOptionalArgument(this, "api.test") };
		assistant = { threads: {
			setStatus: bindApiCall(this, "assistant.threads.setStatus"),
			setSuggestedPrompts: bindApiCall(this, "assistant.threads.setSuggestedPrompts"),
			setTitle: bindApiCall(this, "assistant.threads.setTitle")
		} };
		apps = {
			connections: { open: bindApiCallWithOptionalArgument(this, "apps.connections.open") },
			event: { authorizations: { list: bindApiCall(this, "apps.event.authorizations.list") } },
			manifest: {
				create: bindApiCall(this, "apps.manifest.create"),
				delete: bindApiCall(this, "apps.manifest.delete"),
				export: bindApiCall(this, "apps.manifest.export"),
				update: bindApiCall(this, "apps.manifest.update"),
				validate: bindApiCall(this, "apps.manifest.validate")
			},
			uninstall: bindApiCall(this, "apps.uninstall"),
			user: { connection: { update: bindApiCall(this, "apps.user.connection.update") } }
		};
		auth = {
			revoke: bindApiCallWithOptionalArgument(this, "auth.revoke"),
			teams: { list: bindApiCallWithOptionalArgument(this, "auth.teams.list") },
			test: bindApiCallWithOptionalArgument(this, "auth.test")
		};
		bookmarks = {
			add: bindApiCall(this, "bookmarks.add"),
			edit: bindApiCall(this, "bookmarks.edit"),
			list: bindApiCall(this, "bookmarks.list"),
			remove: bindApiCall(this, "bookmarks.remove")
		};
		blocks = { validate: bindApiCallWithOptionalArgument(this, "blocks.validate") };
		bots = { info: bindApiCallWithOptionalArgument(this, "bots.info") };
		calls = {
			add: bindApiCall(this, "calls.add"),
			end: bindApiCall(this, "calls.end"),
			info: bindApiCall(this, "calls.info"),
			update: bindApiCall(this, "calls.update"),
			participants: {
				add: bindApiCall(this, "calls.participants.add"),
				remove: bindApiCall(this, "calls.participants.remove")
			}
		};
		canvases = {
			access: {
				delete: bindApiCall(this, "canvases.access.delete"),
				set: bindApiCall(this, "canvases.access.set")
			},
			create: bindApiCallWithOptionalArgument(this, "canvases.create"),
			delete: bindApiCall(this, "canvases.delete"),
			edit: bindApiCall(this, "canvases.edit"),
			sections: { lookup: bindApiCall(this, "canvases.sections.lookup") }
		};
		chat = {
			appendStream: bindApiCall(this, "chat.appendStream"),
			delete: bindApiCall(this, "chat.delete"),
			deleteScheduledMessage: bindApiCall(this, "chat.deleteScheduledMessage"),
			getPermalink: bindApiCall(this, "chat.getPermalink"),
			meMessage: bindApiCall(this, "chat.meMessage"),
			postEphemeral: bindApiCall(this, "chat.postEphemeral"),
			postMessage: bindApiCall(this, "chat.postMessage"),
			scheduleMessage: bindApiCall(this, "chat.scheduleMessage"),
			scheduledMessages: { list: bindApiCallWithOptionalArgument(this, "chat.scheduledMessages.list") },
			startStream: bindApiCall(this, "chat.startStream"),
			stopStream: bindApiCall(this, "chat.stopStream"),
			unfurl: bindApiCall(this, "chat.unfurl"),
			update: bindApiCall(this, "chat.update")
		};
		conversations = {
			acceptSharedInvite: bindApiCall(this, "conversations.acceptSharedInvite"),
			approveSharedInvite: bindApiCall(this, "conversations.approveSharedInvite"),
			archive: bindApiCall(this, "conversations.archive"),
			canvases: { create: bindApiCall(this, "conversations.canvases.create") },
			close: bindApiCall(this, "conversations.close"),
			create: bindApiCall(this, "conversations.create"),
			declineSharedInvite: bindApiCall(this, "conversations.declineSharedInvite"),
			externalInvitePermissions: { set: bindApiCall(this, "conversations.externalInvitePermissions.set") },
			history: bindApiCall(this, "conversations.history"),
			info: bindApiCall(this, "conversations.info"),
			invite: bindApiCall(this, "conversations.invite"),
			inviteShared: bindApiCall(this, "conversations.inviteShared"),
			join: bindApiCall(this, "conversations.join"),
			kick: bindApiCall(this, "conversations.kick"),
			leave: bindApiCall(this, "conversations.leave"),
			list: bindApiCallWithOptionalArgument(this, "conversations.list"),
			listConnectInvites: bindApiCallWithOptionalArgument(this, "conversations.listConnectInvites"),
			mark: bindApiCall(this, "conversations.mark"),
			members: bindApiCall(this, "conversations.members"),
			open: bindApiCall(this, "conversations.open"),
			rename: bindApiCall(this, "conversations.rename"),
			replies: bindApiCall(this, "conversations.replies"),
			requestSharedInvite: {
				approve: bindApiCall(this, "conversations.requestSharedInvite.approve"),
				deny: bindApiCall(this, "conversations.requestSharedInvite.deny"),
				list: bindApiCallWithOptionalArgument(this, "conversations.requestSharedInvite.list")
			},
			setPurpose: bindApiCall(this, "conversations.setPurpose"),
			setTopic: bindApiCall(this, "conversations.setTopic"),
			unarchive: bindApiCall(this, "conversations.unarchive")
		};
		dialog = { open: bindApiCall(this, "dialog.open") };
		dnd = {
			endDnd: bindApiCallWithOptionalArgument(this, "dnd.endDnd"),
			endSnooze: bindApiCallWithOptionalArgument(this, "dnd.endSnooze"),
			info: bindApiCallWithOptionalArgument(this, "dnd.info"),
			setSnooze: bindApiCall(this, "dnd.setSnooze"),
			teamInfo: bindApiCall(this, "dnd.teamInfo")
		};
		emoji = { list: bindApiCallWithOptionalArgument(this, "emoji.list") };
		entity = { presentDetails: bindApiCall(this, "entity.presentDetails") };
		files = {
			completeUploadExternal: bindApiCall(this, "files.completeUploadExternal"),
			delete: bindApiCall(this, "files.delete"),
			getUploadURLExternal: bindApiCall(this, "files.getUploadURLExternal"),
			info: bindApiCall(this, "files.info"),
			list: bindApiCall(this, "files.list"),
			revokePublicURL: bindApiCall(this, "files.revokePublicURL"),
			sharedPublicURL: bindApiCall(this, "files.sharedPublicURL"),
			uploadV2: bindFilesUploadV2(this),
			comments: { delete: bindApiCall(this, "files.comments.delete") },
			remote: {
				add: bindApiCall(this, "files.remote.add"),
				info: bindApiCall(this, "files.remote.info"),
				list: bindApiCall(this, "files.remote.list"),
				remove: bindApiCall(this, "files.remote.remove"),
				share: bindApiCall(this, "files.remote.share"),
				update: bindApiCall(this, "files.remote.update")
			}
		};
		functions = {
			completeError: bindApiCall(this, "functions.completeError"),
			completeSuccess: bindApiCall(this, "functions.completeSuccess")
		};
		migration = { exchange: bindApiCall(this, "migration.exchange") };
		oauth = {
			access: bindApiCall(this, "oauth.access"),
			v2: {
				access: bindApiCall(this, "oauth.v2.access"),
				exchange: bindApiCall(this, "oauth.v2.exchange")
			}
		};
		openid = { connect: {
			token: bindApiCall(this, "openid.connect.token"),
			userInfo: bindApiCallWithOptionalArgument(this, "openid.connect.userInfo")
		} };
		pins = {
			add: bindApiCall(this, "pins.add"),
			list: bindApiCall(this, "pins.list"),
			remove: bindApiCall(this, "pins.remove")
		};
		reactions = {
			add: bindApiCall(this, "reactions.add"),
			get: bindApiCall(this, "reactions.get"),
			list: bindApiCallWithOptionalArgument(this, "reactions.list"),
			remove: bindApiCall(this, "reactions.remove")
		};
		reminders = {
			add: bindApiCall(this, "reminders.add"),
			complete: bindApiCall(this, "reminders.complete"),
			delete: bindApiCall(this, "reminders.delete"),
			info: bindApiCall(this, "reminders.info"),
			list: bindApiCallWithOptionalArgument(this, "reminders.list")
		};
		rtm = { connect: bindApiCallWithOptionalArgument(this, "rtm.connect") };
		search = {
			all: bindApiCall(this, "search.all"),
			files: bindApiCall(this, "search.files"),
			messages: bindApiCall(this, "search.messages")
		};
		slackLists = {
			access: {
				delete: bindApiCall(this, "slackLists.access.delete"),
				set: bindApiCall(this, "slackLists.access.set")
			},
			create: bindApiCall(this, "slackLists.create"),
			download: {
				get: bindApiCall(this, "slackLists.download.get"),
				start: bindApiCall(this, "slackLists.download.start")
			},
			items: {
				create: bindApiCall(this, "slackLists.items.create"),
				delete: bindApiCall(this, "slackLists.items.delete"),
				deleteMultiple: bindApiCall(this, "slackLists.items.deleteMultiple"),
				info: bindApiCall(this, "slackLists.items.info"),
				list: bindApiCall(this, "slackLists.items.list"),
				update: bindApiCall(this, "slackLists.items.update")
			},
			update: bindApiCall(this, "slackLists.update")
		};
		team = {
			accessLogs: bindApiCallWithOptionalArgument(this, "team.accessLogs"),
			billableInfo: bindApiCallWithOptionalArgument(this, "team.billableInfo"),
			billing: { info: bindApiCall(this, "team.billing.info") },
			externalTeams: {
				disconnect: bindApiCall(this, "team.externalTeams.disconnect"),
				list: bindApiCall(this, "team.externalTeams.list")
			},
			info: bindApiCallWithOptionalArgument(this, "team.info"),
			integrationLogs: bindApiCallWithOptionalArgument(this, "team.integrationLogs"),
			preferences: { list: bindApiCallWithOptionalArgument(this, "team.preferences.list") },
			profile: { get: bindApiCallWithOptionalArgument(this, "team.profile.get") }
		};
		tooling = { tokens: { rotate: bindApiCall(this, "tooling.tokens.rotate") } };
		usergroups = {
			create: bindApiCall(this, "usergroups.create"),
			disable: bindApiCall(this, "usergroups.disable"),
			enable: bindApiCall(this, "usergroups.enable"),
			list: bindApiCallWithOptionalArgument(this, "usergroups.list"),
			update: bindApiCall(this, "usergroups.update"),
			users: {
				list: bindApiCall(this, "usergroups.users.list"),
				update: bindApiCall(this, "usergroups.users.update")
			}
		};
		users = {
			conversations: bindApiCall(this, "users.conversations"),
			deletePhoto: bindApiCall(this, "users.deletePhoto"),
			discoverableContacts: { lookup: bindApiCall(this, "users.discoverableContacts.lookup") },
			getPresence: bindApiCall(this, "users.getPresence"),
			identity: bindApiCall(this, "users.identity"),
			info: bindApiCall(this, "users.info"),
			list: bindApiCall(this, "users.list"),
			lookupByEmail: bindApiCall(this, "users.lookupByEmail"),
			setPhoto: bindApiCall(this, "users.setPhoto"),
			setPresence: bindApiCall(this, "users.setPresence"),
			profile: {
				get: bindApiCall(this, "users.profile.get"),
				set: bindApiCall(this, "users.profile.set")
			}
		};
		views = {
			open: bindApiCall(this, "views.open"),
			publish: bindApiCall(this, "views.publish"),
			push: bindApiCall(this, "views.push"),
			update: bindApiCall(this, "views.update")
		};
		stars = {
			add: bindApiCall(this, "stars.add"),
			list: bindApiCall(this, "stars.list"),
			remove: bindApiCall(this, "stars.remove")
		};
		workflows = { featured: {
			add: bindApiCall(this, "workflows.featured.add"),
			list: bindApiCall(this, "workflows.featured.list"),
			remove: bindApiCall(this, "workflows.featured.remove"),
			set: bindApiCall(this, "workflows.featured.set")
		} };
	};
	exports.Methods = Methods;
	__exportStar(require_dist$1(), exports);
}));

// node_modules/@slack/web-api/dist/WebClient.js
var require_WebClient = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$2 && this$2.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$2 && this$2.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	var __importDefault = this$2 && this$2.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.WebClient = exports.WebClientEvent = void 0;
	exports.buildThreadTsWarningMessage = buildThreadTsWarningMessage;
	const node_path_1 = __require("node:path");
	const node_querystring_1 = __require("node:querystring");
	const node_util_1 = __require("node:util");
	const node_zlib_1 = __importDefault(__require("node:zlib"));
	const p_queue_1 = __importDefault(require_dist$2());
	const p_retry_1 = __importStar(require_p_retry());
	const chat_stream_1 = require_chat_stream();
	const errors_1 = require_errors();
	const file_upload_1 = require_file_upload();
	const helpers_1 = __importDefault(require_helpers());
	const instrument_1 = require_instrument();
	const logger_1 = require_logger();
	const methods_1 = require_methods();
	const retry_policies_1 = require_retry_policies();
	const defaultFilename = "Untitled";
	const defaultPageSize = 200;
	const noopPageReducer = () => void 0;
	var WebClientEvent;
	(function(WebClientEvent) {
		WebClientEvent["RATE_LIMITED"] = "rate_limited";
	})(WebClientEvent || (exports.WebClientEvent = WebClientEvent = {}));
	var WebClient = class WebClient extends methods_1.Methods {
		slackApiUrl;
		token;
		retryConfig;
		requestQueue;
		fetchFn;
		timeout;
		defaultHeaders;
		rejectRateLimitedCalls;
		static loggerName = "WebClient";
		logger;
		teamId;
		allowAbsoluteUrls;
		constructor(token, { slackApiUrl = "https://slack.com/api/", logger = void 0, logLevel = void 0, maxRequestConcurrency = 100, retryConfig = retry_policies_1.tenRetriesInAboutThirtyMinutes, fetch = void 0, timeout = 0, rejectRateLimitedCalls = false, headers = {}, teamId = void 0, allowAbsoluteUrls = true } = {}) {
			super();
			this.token = token;
			this.slackApiUrl = slackApiUrl;
			if (!this.slackApiUrl.endsWith("/")) this.slackApiUrl += "/";
			this.retryConfig = retryConfig;
			this.requestQueue = new p_queue_1.default({ concurrency: maxRequestConcurrency });
			this.rejectRateLimitedCalls = rejectRateLimitedCalls;
			this.teamId = teamId;
			this.allowAbsoluteUrls = allowAbsoluteUrls;
			if (typeof logger !== "undefined") {
				this.logger = logger;
				if (typeof logLevel !== "undefined") this.logger.debug("The logLevel given to WebClient was ignored as you also gave logger");
			} else this.logger = (0, logger_1.getLogger)(WebClient.loggerName, logLevel ?? logger_1.LogLevel.INFO, logger);
			if (this.token && !headers.Authorization) headers.Authorization = `Bearer ${this.token}`;
			this.fetchFn = fetch ?? globalThis.fetch;
			this.timeout = timeout;
			this.defaultHeaders = {
				"User-Agent": (0, instrument_1.getUserAgent)(),
				Accept: "application/json",
				...headers
			};
			this.logger.debug("initialized");
		}
		async apiCall(method, options = {}) {
			this.logger.debug(`apiCall('${method}') start`);
			warnDeprecations(method, this.logger);
			warnIfFallbackIsMissing(method, this.logger, options);
			warnIfThreadTsIsNotString(method, this.logger, options);
			if (typeof options === "string" || typeof options === "number" || typeof options === "boolean") throw new TypeError(`Expected an options argument but instead received a ${typeof options}`);
			if (method === "files.uploadV2") return this.filesUploadV2(options);
			const headers = {};
			if (options.token) headers.Authorization = `Bearer ${options.token}`;
			const url = this.deriveRequestUrl(method);
			const response = await this.makeRequest(url, {
				team_id: this.teamId,
				...options
			}, headers);
			const result = await this.buildResult(response);
			this.logger.debug(`http request result: ${JSON.stringify(redact(result))}`);
			if (result.response_metadata !== void 0 && result.response_metadata.warnings !== void 0) result.response_metadata.warnings.forEach(this.logger.warn.bind(this.logger));
			if (result.response_metadata !== void 0 && result.response_metadata.messages !== void 0) for (const msg of result.response_metadata.messages) {
				const errReg = /\[ERROR\](.*)/;
				const warnReg = /\[WARN\](.*)/;
				if (errReg.test(msg)) {
					const errMatch = msg.match(errReg);
					if (errMatch != null) this.logger.error(errMatch[1].trim());
				} else if (warnReg.test(msg)) {
					const warnMatch = msg.match(warnReg);
					if (warnMatch != null) this.logger.warn(warnMatch[1].trim());
				}
			}
			if (!result.ok && response.headers.get("content-type") !== "application/gzip") throw new errors_1.WebAPIPlatformError(result);
			if ("ok" in result && result.ok === false) throw new errors_1.WebAPIPlatformError(result);
			this.logger.debug(`apiCall('${method}') end`);
			return result;
		}
		paginate(method, options, shouldStop, reduce) {
			const pageSize = (() => {
				if (options !== void 0 && typeof options.limit === "number") {
					const { limit } = options;
					options.limit = void 0;
					return limit;
				}
				return defaultPageSize;
			})();
			async function* generatePages() {
				let result;
				let paginationOptions = { limit: pageSize };
				if (options !== void 0 && options.cursor !== void 0) paginationOptions.cursor = options.cursor;
				while (result === void 0 || paginationOptions !== void 0) {
					result = await this.apiCall(method, Object.assign(options !== void 0 ? options : {}, paginationOptions));
					yield result;
					paginationOptions = paginationOptionsForNextPage(result, pageSize);
				}
			}
			if (shouldStop === void 0) return generatePages.call(this);
			const pageReducer = reduce !== void 0 ? reduce : noopPageReducer;
			let index = 0;
			return (async () => {
				const pageIterator = generatePages.call(this);
				const firstPage = (await pageIterator.next(void 0)).value;
				let accumulator = pageReducer(void 0, firstPage, index);
				index += 1;
				if (shouldStop(firstPage)) return accumulator;
				for await (const page of pageIterator) {
					accumulator = pageReducer(accumulator, page, index);
					if (shouldStop(page)) return accumulator;
					index += 1;
				}
				return accumulator;
			})();
		}
		chatStream(params) {
			const { buffer_size, ...args } = params;
			const options = { buffer_size };
			return new chat_stream_1.ChatStreamer(this, this.logger, args, options);
		}
		async filesUploadV2(options) {
			this.logger.debug("files.uploadV2() start");
			const fileUploads = await this.getAllFileUploads(options);
			(await this.fetchAllUploadURLExternal(fileUploads)).forEach((res, idx) => {
				fileUploads[idx].upload_url = res.upload_url;
				fileUploads[idx].file_id = res.file_id;
			});
			await this.postFileUploadsToExternalURL(fileUploads, options);
			return {
				ok: true,
				files: await this.completeFileUploads(fileUploads)
			};
		}
		async fetchAllUploadURLExternal(fileUploads) {
			return Promise.all(fileUploads.map((upload) => {
				const options = {
					filename: upload.filename,
					length: upload.length,
					alt_text: upload.alt_text,
					snippet_type: upload.snippet_type
				};
				if ("token" in upload) options.token = upload.token;
				return this.files.getUploadURLExternal(options);
			}));
		}
		async completeFileUploads(fileUploads) {
			const toComplete = Object.values((0, file_upload_1.getAllFileUploadsToComplete)(fileUploads));
			return Promise.all(toComplete.map((job) => this.files.completeUploadExternal(job)));
		}
		async postFileUploadsToExternalURL(fileUploads, options) {
			return Promise.all(fileUploads.map(async (upload) => {
				const { upload_url, file_id, filename, data } = upload;
				const body = data;
				if (upload_url) {
					const headers = {};
					if (options.token) headers.Authorization = `Bearer ${options.token}`;
					const uploadRes = await this.makeRequest(upload_url, { body }, headers);
					if (uploadRes.status !== 200) return Promise.reject(Error(`Failed to upload file (id:${file_id}, filename: ${filename})`));
					const returnData = {
						ok: true,
						body: await uploadRes.text()
					};
					return Promise.resolve(returnData);
				}
				return Promise.reject(Error(`No upload url found for file (id: ${file_id}, filename: ${filename}`));
			}));
		}
		async getAllFileUploads(options) {
			let fileUploads = [];
			if ("file" in options || "content" in options) fileUploads.push(await (0, file_upload_1.getFileUploadJob)(options, this.logger));
			if ("file_uploads" in options) fileUploads = fileUploads.concat(await (0, file_upload_1.getMultipleFileUploadJobs)(options, this.logger));
			return fileUploads;
		}
		async makeRequest(url, body, headers = {}) {
			const task = () => this.requestQueue.add(async () => {
				if (url.endsWith("/apps.event.authorizations.list")) body.token = void 0;
				this.logger.debug(`http request url: ${url}`);
				this.logger.debug(`http request body: ${JSON.stringify(redact(body))}`);
				const { serializedBody, contentHeaders } = this.serializeBody(body);
				const allHeaders = {
					...this.defaultHeaders,
					...contentHeaders,
					...headers
				};
				this.logger.debug(`http request headers: ${JSON.stringify(redact(allHeaders))}`);
				const signal = this.timeout > 0 ? AbortSignal.timeout(this.timeout) : void 0;
				try {
					const response = await this.fetchFn(url, {
						method: "POST",
						headers: allHeaders,
						body: serializedBody,
						redirect: "error",
						signal
					});
					this.logger.debug("http response received");
					if (response.status === 429) {
						const retrySec = parseRetryHeaders(response);
						if (retrySec !== void 0) {
							this.emit(WebClientEvent.RATE_LIMITED, retrySec, {
								url,
								body
							});
							if (this.rejectRateLimitedCalls) throw new p_retry_1.AbortError(new errors_1.WebAPIRateLimitedError(retrySec));
							this.logger.info(`API Call failed due to rate limiting. Will retry in ${retrySec} seconds.`);
							this.requestQueue.pause();
							await (0, helpers_1.default)(retrySec * 1e3);
							this.requestQueue.start();
							throw new Error(`A rate limit was exceeded (url: ${url}, retry-after: ${retrySec})`);
						}
						throw new p_retry_1.AbortError(/* @__PURE__ */ new Error(`Retry header did not contain a valid timeout (url: ${url}, retry-after header: ${response.headers.get("retry-after")})`));
					}
					if (response.status !== 200) {
						const responseBody = await response.text();
						throw new errors_1.WebAPIHTTPError(response.status, response.statusText, Object.fromEntries(response.headers.entries()), responseBody);
					}
					return response;
				} catch (error) {
					if (error instanceof p_retry_1.AbortError) throw error;
					if (error instanceof errors_1.SlackError) throw error;
					const message = error instanceof Error ? error.message : String(error);
					this.logger.warn("http request failed", message);
					throw new errors_1.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
				}
			});
			return (0, p_retry_1.default)(task, this.retryConfig);
		}
		deriveRequestUrl(url) {
			if ((url.startsWith("https://") || url.startsWith("http://")) && this.allowAbsoluteUrls) return url;
			return `${this.slackApiUrl}${url}`;
		}
		serializeBody(data) {
			let containsBinaryData = false;
			const flattened = Object.entries(data).map(([key, value]) => {
				if (value === void 0 || value === null) return [];
				let serializedValue = value;
				if (Buffer.isBuffer(value)) containsBinaryData = true;
				else if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") serializedValue = JSON.stringify(value);
				return [key, serializedValue];
			});
			if (containsBinaryData) {
				this.logger.debug("Request arguments contain binary data");
				const form = new FormData();
				for (const [key, value] of flattened) {
					if (key === void 0 || value === void 0) continue;
					if (Buffer.isBuffer(value)) {
						const streamOrBuffer = value;
						let filename = defaultFilename;
						if (typeof streamOrBuffer.name === "string") filename = (0, node_path_1.basename)(streamOrBuffer.name);
						else if (typeof streamOrBuffer.path === "string") filename = (0, node_path_1.basename)(streamOrBuffer.path);
						form.append(key, new Blob([new Uint8Array(value)]), filename);
					} else form.append(key, String(value));
				}
				return {
					serializedBody: form,
					contentHeaders: {}
				};
			}
			return {
				serializedBody: (0, node_querystring_1.stringify)(flattened.reduce((accumulator, [key, value]) => {
					if (key !== void 0 && value !== void 0) accumulator[key] = value;
					return accumulator;
				}, {})),
				contentHeaders: { "Content-Type": "application/x-www-form-urlencoded" }
			};
		}
		async buildResult(response) {
			const isGzipResponse = response.headers.get("content-type") === "application/gzip";
			let data;
			if (isGzipResponse) try {
				const buffer = Buffer.from(await response.arrayBuffer());
				const unzippedData = await new Promise((resolve, reject) => {
					node_zlib_1.default.unzip(buffer, (err, buf) => {
						if (err) return reject(err);
						return resolve(buf.toString().split("\n"));
					});
				});
				const fileData = [];
				if (Array.isArray(unzippedData)) {
					for (const dataset of unzippedData) if (dataset && dataset.length > 0) fileData.push(JSON.parse(dataset));
				}
				data = { file_data: fileData };
			} catch (err) {
				data = {
					ok: false,
					error: err
				};
			}
			else if (!isGzipResponse && response.url.endsWith("/admin.analytics.getFile")) {
				const buffer = await response.arrayBuffer();
				data = JSON.parse(new node_util_1.TextDecoder().decode(buffer));
			} else {
				const text = await response.text();
				try {
					data = JSON.parse(text);
				} catch (_) {
					data = {
						ok: false,
						error: text
					};
				}
			}
			if (data.response_metadata === void 0) data.response_metadata = {};
			const oauthScopes = response.headers.get("x-oauth-scopes");
			if (oauthScopes !== null) data.response_metadata.scopes = oauthScopes.trim().split(/\s*,\s*/);
			const acceptedOauthScopes = response.headers.get("x-accepted-oauth-scopes");
			if (acceptedOauthScopes !== null) data.response_metadata.acceptedScopes = acceptedOauthScopes.trim().split(/\s*,\s*/);
			const retrySec = parseRetryHeaders(response);
			if (retrySec !== void 0) data.response_metadata.retryAfter = retrySec;
			return data;
		}
	};
	exports.WebClient = WebClient;
	exports.default = WebClient;
	function paginationOptionsForNextPage(previousResult, pageSize) {
		if (previousResult !== void 0 && previousResult.response_metadata !== void 0 && previousResult.response_metadata.next_cursor !== void 0 && previousResult.response_metadata.next_cursor !== "") return {
			limit: pageSize,
			cursor: previousResult.response_metadata.next_cursor
		};
	}
	function parseRetryHeaders(response) {
		const retryAfterHeader = response.headers.get("retry-after");
		if (retryAfterHeader !== null) {
			const retryAfter = Number.parseInt(retryAfterHeader, 10);
			if (!Number.isNaN(retryAfter)) return retryAfter;
		}
	}
	function warnDeprecations(method, logger) {
		if (["oauth.access"].some((depMethod) => {
			return new RegExp(`^${depMethod}`).test(method);
		})) logger.warn(`${method} is deprecated. Please check on https://docs.slack.dev/reference/methods for an alternative.`);
	}
	function warnIfFallbackIsMissing(method, logger, options) {
		const isTargetMethod = [
			"chat.postEphemeral",
			"chat.postMessage",
			"chat.scheduleMessage"
		].includes(method);
		const hasAttachments = (args) => Array.isArray(args.attachments) && args.attachments.length;
		const missingAttachmentFallbackDetected = (args) => Array.isArray(args.attachments) && args.attachments.some((attachment) => !attachment.fallback || attachment.fallback.trim() === "");
		const isEmptyText = (args) => (args.text === void 0 || args.text === null || args.text === "") && (args.markdown_text === void 0 || args.markdown === null || args.markdown_text === "");
		const buildMissingTextWarning = () => `The top-level \`text\` argument is missing in the request payload for a ${method} call - It's a best practice to always provide a \`text\` argument when posting a message. The \`text\` is used in places where the content cannot be rendered such as: system push notifications, assistive technology such as screen readers, etc.`;
		const buildMissingFallbackWarning = () => `Additionally, the attachment-level \`fallback\` argument is missing in the request payload for a ${method} call - To avoid this warning, it is recommended to always provide a top-level \`text\` argument when posting a message. Alternatively, you can provide an attachment-level \`fallback\` argument, though this is now considered a legacy field (see https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments for more details).`;
		if (isTargetMethod && typeof options === "object") {
			if (hasAttachments(options)) {
				if (missingAttachmentFallbackDetected(options) && isEmptyText(options)) {
					logger.warn(buildMissingTextWarning());
					logger.warn(buildMissingFallbackWarning());
				}
			} else if (isEmptyText(options)) logger.warn(buildMissingTextWarning());
		}
	}
	function warnIfThreadTsIsNotString(method, logger, options) {
		if ([
			"chat.postEphemeral",
			"chat.postMessage",
			"chat.scheduleMessage"
		].includes(method) && options?.thread_ts !== void 0 && typeof options?.thread_ts !== "string") logger.warn(buildThreadTsWarningMessage(method));
	}
	function buildThreadTsWarningMessage(method) {
		return `The given thread_ts value in the request payload for a ${method} call is a float value. We highly recommend using a string value instead.`;
	}
	function redact(body) {
		return Object.entries(body).map(([key, value]) => {
			if (value === void 0 || value === null) return [];
			let serializedValue = value;
			if (key.match(/.*token.*/) !== null || key.match(/[Aa]uthorization/)) serializedValue = "[[REDACTED]]";
			if (Buffer.isBuffer(value)) serializedValue = "[[BINARY VALUE OMITTED]]";
			else if (typeof value === "object") serializedValue = redact(value);
			return [key, serializedValue];
		}).reduce((accumulator, [key, value]) => {
			if (key !== void 0 && value !== void 0) accumulator[key] = value;
			return accumulator;
		}, {});
	}
}));

// node_modules/@slack/web-api/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	var __importDefault = this$1 && this$1.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.WebClientEvent = exports.WebClient = exports.ChatStreamer = exports.retryPolicies = exports.LogLevel = exports.addAppMetadata = exports.WebAPIRequestError = exports.WebAPIRateLimitedError = exports.WebAPIPlatformError = exports.WebAPIHTTPError = exports.WebAPIFileUploadReadFileDataError = exports.WebAPIFileUploadInvalidArgumentsError = exports.SlackError = exports.ErrorCode = void 0;
	var errors_1 = require_errors();
	Object.defineProperty(exports, "ErrorCode", {
		enumerable: true,
		get: function() {
			return errors_1.ErrorCode;
		}
	});
	Object.defineProperty(exports, "SlackError", {
		enumerable: true,
		get: function() {
			return errors_1.SlackError;
		}
	});
	Object.defineProperty(exports, "WebAPIFileUploadInvalidArgumentsError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIFileUploadInvalidArgumentsError;
		}
	});
	Object.defineProperty(exports, "WebAPIFileUploadReadFileDataError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIFileUploadReadFileDataError;
		}
	});
	Object.defineProperty(exports, "WebAPIHTTPError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIHTTPError;
		}
	});
	Object.defineProperty(exports, "WebAPIPlatformError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIPlatformError;
		}
	});
	Object.defineProperty(exports, "WebAPIRateLimitedError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIRateLimitedError;
		}
	});
	Object.defineProperty(exports, "WebAPIRequestError", {
		enumerable: true,
		get: function() {
			return errors_1.WebAPIRequestError;
		}
	});
	var instrument_1 = require_instrument();
	Object.defineProperty(exports, "addAppMetadata", {
		enumerable: true,
		get: function() {
			return instrument_1.addAppMetadata;
		}
	});
	var logger_1 = require_logger();
	Object.defineProperty(exports, "LogLevel", {
		enumerable: true,
		get: function() {
			return logger_1.LogLevel;
		}
	});
	var retry_policies_1 = require_retry_policies();
	Object.defineProperty(exports, "retryPolicies", {
		enumerable: true,
		get: function() {
			return __importDefault(retry_policies_1).default;
		}
	});
	__exportStar(require_request(), exports);
	__exportStar(require_response(), exports);
	var chat_stream_1 = require_chat_stream();
	Object.defineProperty(exports, "ChatStreamer", {
		enumerable: true,
		get: function() {
			return chat_stream_1.ChatStreamer;
		}
	});
	var WebClient_1 = require_WebClient();
	Object.defineProperty(exports, "WebClient", {
		enumerable: true,
		get: function() {
			return WebClient_1.WebClient;
		}
	});
	Object.defineProperty(exports, "WebClientEvent", {
		enumerable: true,
		get: function() {
			return WebClient_1.WebClientEvent;
		}
	});
	__exportStar(require_methods(), exports);
}));

export default require_dist();

export {  };