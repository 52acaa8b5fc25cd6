package org.waystation.server.http;

/** Answers one kind of request. Runs on a thread that may block. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers and completes the callback, now or later.
     *
     * @throws Exception a problem or a failure, before anything was answered; the router answers it
     */
    void answer(Exchange exchange) throws Exception;
}
