# The server. The Action needs no image: GitHub runs it from dist/.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY toolchain/package.json toolchain/
RUN npm ci --omit=dev --ignore-scripts --workspaces=false

FROM node:24-slim
ARG GHOST_COMMIT=""
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    GHOST_STORE=/data/ghost-runner.sqlite \
    GHOST_COMMIT=$GHOST_COMMIT
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY src src
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, so that SIGTERM reaches the server itself.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=256", "src/cli/bin.ts", "serve"]
