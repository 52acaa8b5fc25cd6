/** Stand-ins for the program's services and for remote systems, for tests that need neither a window nor a network. */
@org.jspecify.annotations.NullMarked
package org.waystation.testkit.fake;
