/** An editor for a kind of record. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.editor;
