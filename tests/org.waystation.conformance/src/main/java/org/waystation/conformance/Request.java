package org.waystation.conformance;

import java.util.Map;

/**
 * A request as it leaves.
 *
 * @param path with the query
 * @param body empty where there is none
 */
public record Request(String method, String path, Map<String, String> headers, byte[] body) {}
