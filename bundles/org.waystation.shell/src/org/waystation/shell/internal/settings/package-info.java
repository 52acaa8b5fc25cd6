/** Settings: values, file, search and the dialog. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.settings;
