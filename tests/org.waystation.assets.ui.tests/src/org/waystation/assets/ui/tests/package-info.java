/** The asset screens with real widgets over assets in memory. */
@org.jspecify.annotations.NullMarked
package org.waystation.assets.ui.tests;
