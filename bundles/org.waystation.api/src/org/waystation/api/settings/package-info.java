/** Settings declared as data, so that they are searchable without loading code. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.settings;
