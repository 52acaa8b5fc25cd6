/** Files at a record: dropped, pasted, looked at and saved; never started. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.files;
