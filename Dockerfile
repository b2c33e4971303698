# The service for compose.yaml. It brings no PostgreSQL and no Meilisearch of its own.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=root:root /app ./
USER node
EXPOSE 3000
CMD ["node", "dist/main.js"]
