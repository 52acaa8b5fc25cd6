/** Takes out of the application model what a plug-in brought into it. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.ui.internal.model;
