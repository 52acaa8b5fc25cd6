/** Small files of the profile that survive a crash in the middle of writing. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.files;
