/** The SDK: installs the released API beside our tree, makes plug-in projects, judges and publishes plug-ins. */
@org.jspecify.annotations.NullMarked
package org.waystation.sdk;
