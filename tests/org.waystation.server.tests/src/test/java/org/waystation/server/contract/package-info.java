/** Holds every answer against the published OpenAPI document. */
@NullMarked
package org.waystation.server.contract;

import org.jspecify.annotations.NullMarked;
