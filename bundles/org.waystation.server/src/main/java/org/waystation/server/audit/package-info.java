/** What happened to sign-ins, tokens, roles and access, for those who must be able to look it up. */
@NullMarked
package org.waystation.server.audit;

import org.jspecify.annotations.NullMarked;
