/** What happens when something goes wrong on the UI thread. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.errors;
