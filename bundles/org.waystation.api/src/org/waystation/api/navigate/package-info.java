/** Opening a record in its editor from anywhere. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.navigate;
