import type { FastifyPluginCallback } from 'fastify';
import { ASSET_PREFIX, type Assets } from './assets.ts';

/** Serves the files of the pages: named by their content, so that browsers may keep them for ever. */
export const assetRoutes: FastifyPluginCallback<{ assets: Assets }> = (app, { assets }, done) => {
  app.get<{ Params: { file: string } }>(`${ASSET_PREFIX}:file`, { logLevel: 'warn' }, (request, reply) => {
    const asset = assets.files.get(request.params.file);
    if (asset === undefined) return reply.callNotFound();
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding =
      asset.br && /\bbr\b/.test(accepted) ? 'br' : asset.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
    reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable');
    if (asset.br !== undefined) reply.header('vary', 'accept-encoding');
    if (encoding === null) return reply.send(asset.body);
    return reply.header('content-encoding', encoding).send(asset[encoding === 'br' ? 'br' : 'gzip']);
  });
  done();
};
