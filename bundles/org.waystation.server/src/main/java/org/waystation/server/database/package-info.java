/** The database: an embedded PostgreSQL or somebody's own, its schema and its connections. */
@NullMarked
package org.waystation.server.database;

import org.jspecify.annotations.NullMarked;
