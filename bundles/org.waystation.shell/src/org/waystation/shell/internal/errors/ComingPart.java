package org.waystation.shell.internal.errors;

/** Stands for a part whose plug-in is still coming in; it is made when that is there, a moment later. */
record ComingPart() {}
