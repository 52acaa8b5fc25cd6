/** Tests of the knowledge screens, driven as a person does. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.tests;
