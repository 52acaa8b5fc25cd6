/** The least that an e4 program can be: one window with one label. */
@org.jspecify.annotations.NullMarked
package org.waystation.empty.internal;
