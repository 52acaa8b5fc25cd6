/** The server's few pages for people: signing in, a device's code, choosing a password, setting up. No script. */
@NullMarked
package org.waystation.server.http.pages;

import org.jspecify.annotations.NullMarked;
