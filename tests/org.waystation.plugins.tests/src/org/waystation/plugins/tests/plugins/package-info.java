/** Code of plug-ins, good and hostile, that the tests pack into packages. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.tests.plugins;
