/** The server as operators run it: a PostgreSQL of their own, several processes, TLS, proxies, limits. */
@NullMarked
package org.waystation.server.deploy;

import org.jspecify.annotations.NullMarked;
