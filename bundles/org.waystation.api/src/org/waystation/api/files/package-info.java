/** Files that belong to tickets, articles and assets: attached, read and followed, online and offline alike. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.files;
