/**
 * Drives the real product and the real server from outside, as a person would: input through the window system, sight
 * through the driver bundle. Used by the end-to-end tests, by {@code ./waystation screenshot} and by
 * {@code ./waystation bench start}.
 */
package org.waystation.e2e;
