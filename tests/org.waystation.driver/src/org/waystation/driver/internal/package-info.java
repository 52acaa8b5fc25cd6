/**
 * Lets a test outside the process look at the running program: which widgets there are, what they say, where they are.
 * Input comes from outside through the window system, as from a person. Never part of the product.
 */
@org.jspecify.annotations.NullMarked
package org.waystation.driver.internal;
