/**
 * The controls Waystation's screens are made of. Each takes the look, paints itself where SWT's own controls do not
 * serve, is reachable by keyboard and tells its name and role to assistive technology.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.widgets;
