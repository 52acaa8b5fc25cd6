/** From CommonMark to what a text control can show. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.markdown;
