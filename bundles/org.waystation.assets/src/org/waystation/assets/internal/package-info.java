/** Work with assets over the local store: live lists, one asset, edits as queued operations. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.internal;
