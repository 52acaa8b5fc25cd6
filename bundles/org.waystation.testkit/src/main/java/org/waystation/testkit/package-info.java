/**
 * What plug-in authors and our own tests use: the real program in a process of its own, seen through its driver and used
 * through the window system, as a person would.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.testkit;
