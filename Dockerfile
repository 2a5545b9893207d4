# The product for an office that goes live: compiled JavaScript, its production modules, Node, and nothing else.
# docker build -t dondoc .

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY .ci/ .ci/
COPY locales/ locales/
COPY db/ db/
COPY api/ api/
COPY bot/ bot/
RUN npm run build

FROM node:20-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
# What only the sources need to run, and what only an editor reads.
RUN rm -rf node_modules/tsx node_modules/esbuild node_modules/@esbuild \
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.cts' -o -name '*.mts' -o -name '*.md' \) ! -iname 'licen*' -delete

# Not Node's own image: npm, yarn and the headers would be forty megabytes that nobody calls.
FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/node
RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --create-home node \
 && mkdir /data /backups && chown node:node /data /backups && chmod 700 /data /backups
WORKDIR /app
COPY package.json ./
COPY --from=modules /app/node_modules/ node_modules/
COPY --from=build /app/build/ build/
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data DEMO=off
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/bot/main.js"]
