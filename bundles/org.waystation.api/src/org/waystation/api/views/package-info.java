/** Saved views: lists as somebody wants to see them again, kept at the server and shared where wanted. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.views;
