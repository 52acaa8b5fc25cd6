/** Tokens and who they belong to. */
@NullMarked
package org.waystation.server.session;

import org.jspecify.annotations.NullMarked;
