/** Work with assets: live lists, one asset with what belongs to it, edits, and where an asset is in its life. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.assets;
