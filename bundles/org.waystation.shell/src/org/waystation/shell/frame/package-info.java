/** What plug-ins need to know to take a place in the frame: names of model elements, tags and keys. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.frame;
