/** Records as they travel and as they are stored: kind, id, version, sequence and fields. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.record;
