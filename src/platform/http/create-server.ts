import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { answerInBytes } from './answer-bytes.ts';
import { answerClientError } from './client-errors.ts';
import { closeWhenQuiet } from './close-when-quiet.ts';
import { answerErrors, type RenderErrorPage, sendError } from './error-answers.ts';
import { acceptJsonBodies } from './json-body.ts';
import { parseQueryString } from './query-string.ts';
import { requestId } from './request-id.ts';
import { RequestLog } from './request-log.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { refuseMalformedParameters, validatorCompiler } from './validation.ts';

/** Bytes that a request's body may have; more is 413. */
const BODY_LIMIT = 1024 * 1024;
/** A whole request must have arrived within this time, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
/** Characters of a part of the path; longer ones name nothing here. */
const LONGEST_KEY = 200;
/** Proxies in the operator's own networks; the first address outside of them is the caller's. */
const OWN_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** What the server needs to know. */
export interface ServerOptions {
  readonly logger: FastifyBaseLogger;
  /** Whether `X-Forwarded-*` of proxies in the operator's own networks are believed. */
  readonly trustProxy: boolean;
  readonly renderErrorPage: RenderErrorPage;
}

/**
 * A Fastify server without routes: how it reads addresses, parameters and bodies, what it logs, and how it
 * answers errors.
 */
export function createServer({ logger, trustProxy, renderErrorPage }: ServerOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new RequestLog(),
    genReqId: requestId,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // What arrives while closing is still answered; Fastify's own refusal would not be a problem document.
    return503OnClosing: false,
    trustProxy: trustProxy ? OWN_NETWORKS : false,
    routerOptions: { maxParamLength: LONGEST_KEY, querystringParser: parseQueryString },
    clientErrorHandler: answerClientError,
    // An address that cannot be decoded reaches no hook, so the headers of safety are set here.
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
      sendError(error, request, reply, renderErrorPage);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  // Answers are checked against their schemas by tests, not again for every request.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  answerInBytes(app);
  closeWhenQuiet(app);
  answerErrors(app, renderErrorPage);
  acceptJsonBodies(app);
  refuseMalformedParameters(app);
  return app;
}
