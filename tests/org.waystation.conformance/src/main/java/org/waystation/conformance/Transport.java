package org.waystation.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The way to a server: over the network, to several in turn, or to one in the same memory. */
public interface Transport {

    /**
     * An answer whose body is still coming.
     *
     * @param headers by their names in lower case
     * @param body to be closed
     */
    record Incoming(int status, Map<String, List<String>> headers, InputStream body) {}

    /** The answer, as soon as its headers are here. */
    Incoming open(Request request) throws IOException;
}
