/** Importers and exporters: how records come in from files and go out to them. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.transfer;
