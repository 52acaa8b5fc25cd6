/** Words for people: how times and durations are said. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.text;
