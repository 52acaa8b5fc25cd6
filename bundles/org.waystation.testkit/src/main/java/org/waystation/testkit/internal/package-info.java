/** The part of the testkit that runs inside the program under test. */
@org.jspecify.annotations.NullMarked
package org.waystation.testkit.internal;
